import type { ReadKind } from "#shared/contract/intake.ts";
import type { BylineFacts } from "#shared/document/index.ts";
import type { DatelineSplit } from "#shared/newsroom/index.ts";
import type { FoundLabel, ReadReason } from "#shared/contract/read-reasons.ts";

/** A fact found in a part of the source. */
export interface Found {
  readonly label: FoundLabel;
  readonly value: string;
}

/** What a passage was taken for. */
export interface Judgement {
  readonly kind: ReadKind;
  readonly reason: ReadReason;
  readonly found: readonly Found[];
}

/** A judgement: the kind, why, and what was found. */
export function judged(kind: ReadKind, reason: ReadReason, found: readonly Found[] = []): Judgement {
  return { kind, reason, found };
}

function fact(label: FoundLabel, value: string | null): readonly Found[] {
  return value === null ? [] : [{ label, value }];
}

export function agencyFound(agency: string | null): readonly Found[] {
  return fact("agency", agency);
}

export function creditFound(credit: string | null): readonly Found[] {
  return fact("credit", credit);
}

export function slugFound(slug: string | null): readonly Found[] {
  return fact("slug", slug);
}

/** The facts of a byline, one for each author and one for the agency. */
export function bylineFound({ authors, agency }: BylineFacts): readonly Found[] {
  return [...authors.flatMap((author) => fact("author", author)), ...agencyFound(agency)];
}

/** The facts of a dateline. */
export function datelineFound({ place, agency }: DatelineSplit): readonly Found[] {
  return [...fact("place", place), ...agencyFound(agency)];
}
