export * from "./composed-paragraph.ts";
export * from "./compositor-types.ts";
export * from "./paragraph-order.ts";
