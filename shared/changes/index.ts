export * from "./keep-notes.ts";
export * from "./track-edit.ts";
export type { RunField, TextPlace, Tracking } from "./tracking.ts";
export type { Chosen } from "./chosen.ts";
export * from "./resolve.ts";
export * from "./as-tracked-changes.ts";
export * from "./changes-of.ts";
export * from "./notes.ts";
export * from "./open-matters.ts";
