export * from "./compile.ts";
export * from "./find-hits.ts";
export type { PatternTrouble } from "./pattern-trouble.ts";
export * from "./query.ts";
export * from "./replace-hits.ts";
export * from "./replacement.ts";
