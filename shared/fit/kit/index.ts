export * from "./canonical-json.ts";
export * from "./headline-code.ts";
export * from "./kit.ts";
export * from "./place-in-words.ts";
export * from "./read-kit.ts";
