export type { BreakFaultKind } from "./break-faults.ts";
export * from "./headline-fit.ts";
