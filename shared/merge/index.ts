export type { BlockChange, TextChange, TextField } from "./block-changes.ts";
export * from "./compare.ts";
export * from "./merge.ts";
export type { NoteConflict } from "./merge-notes.ts";
export * from "./outside-version.ts";
export * from "./restore.ts";
export { textAfter, textBefore, type TextPiece } from "./text-pieces.ts";
