import type { Break, Material } from "#shared/fit/breaks/material.ts";
import type { Extent } from "#shared/fit/shaping/shaped-copy.ts";
import type { Limits } from "./justify.ts";
import type { Rooms } from "./line-room.ts";

/** What a way of breaking lines must know beside the material. */
export interface BreakingRules {
  readonly rooms: Rooms;
  readonly limits: Limits;
  /** True where lines are not set to the measure. */
  readonly ragged: boolean;
  /** Lines in a row that may end in a hyphen; 0 for any number. */
  readonly ladder: number;
  /** True for copy that runs from right to left: its lines begin at the right, and its indents stand there. */
  readonly isMirrored: boolean;
}

/** Where in the paragraph the material's first line stands. */
export interface BreakingStart {
  readonly line: number;
  /** How many lines in a row before it end in a hyphen. */
  readonly hyphens: number;
}

/** The ends of all lines of a material, in order; the last one is the material's end. */
export type LineEnds = readonly Break[];

/** A line in the making: where it begins, and the first place between words after that. */
export interface LineStart {
  readonly at: number;
  readonly index: number;
  readonly from: Extent;
}

/** The start of a material's first line. */
export function firstLine({ start, starting }: Material): LineStart {
  return { at: start, index: 0, from: starting };
}

/** The start of the line after a break in or at the end of the piece before `words[index]`. */
export function lineAfter(end: Break, index: number): LineStart {
  const inside = end.kind === "division" || end.kind === "emergency";
  return { at: end.next, index: inside ? index : index + 1, from: end.starting };
}

/** How many lines in a row end in a hyphen once this one does or does not. */
export function hyphensAfter(end: Break, before: number): number {
  return end.hyphen ? before + 1 : 0;
}
