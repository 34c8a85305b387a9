export * from "./composed-paragraph.ts";
export * from "./compositor-types.ts";
export * from "./paragraph-order.ts";
export * from "./compositor.ts";
export { isRunt } from "./set-lines.ts";
