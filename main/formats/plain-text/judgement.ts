import type { ReadKind } from "#shared/contract/intake.ts";
import type { BylineFacts } from "#shared/document/index.ts";

/** A fact found in a part of the source. */
export interface Found {
  readonly label: string;
  readonly value: string;
}

/** What a passage was taken for. */
export interface Judgement {
  readonly kind: ReadKind;
  readonly reason: string;
  readonly found: readonly Found[];
}

export function judged(kind: ReadKind, reason: string, found: readonly Found[] = []): Judgement {
  return { kind, reason, found };
}

/** The facts of a byline, one for each author and one for the agency. */
export function bylineFound({ authors, agency }: BylineFacts): readonly Found[] {
  const named = authors.map((value) => ({ label: "author", value }));
  return agency === null ? named : [...named, { label: "agency", value: agency }];
}

export function creditFound(credit: string | null): readonly Found[] {
  return credit === null ? [] : [{ label: "credit", value: credit }];
}
