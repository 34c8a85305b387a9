export * from "./amount.ts";
export * from "./byline-facts.ts";
export * from "./credit.ts";
export * from "./dateline.ts";
export * from "./facts-schema.ts";
export * from "./slug.ts";
export * from "./status.ts";
export * from "./story-facts.ts";
