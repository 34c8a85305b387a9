export * from "./slug.ts";
export * from "./status.ts";
export * from "./story-facts.ts";
