export * from "./canonical-json.ts";
export * from "./headline-code.ts";
export * from "./kit.ts";
export * from "./kit-trouble.ts";
