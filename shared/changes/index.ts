export * from "./keep-notes.ts";
export * from "./track-edit.ts";
export type { RunField, TextPlace, Tracking } from "./tracking.ts";
export type { Chosen } from "./chosen.ts";
export * from "./resolve.ts";
