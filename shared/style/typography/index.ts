export * from "./choices.ts";
export * from "./as-typed.ts";
export * from "./clean-text.ts";
export * from "./clean-runs.ts";
export * from "./clean-story.ts";
export * from "./take-back.ts";
