import { sameStamp, type FormatChange, type Mark, type Run } from "#shared/document/index.ts";
import { newStamp, type Tracking } from "./tracking.ts";

/** Gives the stamp of a format change; what was made alike in one edit is one change. */
export type FormatStamp = (signature: string) => Pick<FormatChange, "id" | "by" | "at">;

/** One stamp for each way in which an edit changed looks. */
export function formatStamps(tracking: Tracking): FormatStamp {
  const stamps = new Map<string, Pick<FormatChange, "id" | "by" | "at">>();
  return (signature) => {
    const known = stamps.get(signature) ?? newStamp(tracking);
    stamps.set(signature, known);
    return known;
  };
}

function without(marks: readonly Mark[], others: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => !others.includes(mark));
}

/** The last change with another one by the same person put onto it; what cancels out is no change. */
function continued(last: FormatChange, before: Run, after: Run): FormatChange | null {
  const [was, is] = [before.marks ?? [], after.marks ?? []];
  const [added, removed] = [without(is, was), without(was, is)];
  const linkWas = last.linkWas === undefined ? (before.link ?? null) : last.linkWas;
  const isLinkBack = linkWas?.href === after.link?.href;
  const { id, by, at } = last;
  const next: FormatChange = {
    id,
    by,
    at,
    added: [...without(last.added ?? [], removed), ...without(added, last.removed ?? [])],
    removed: [...without(last.removed ?? [], added), ...without(removed, last.added ?? [])],
    ...(isLinkBack ? {} : { linkWas }),
  };
  const isNothing = next.added?.length === 0 && next.removed?.length === 0 && isLinkBack;
  return isNothing ? null : next;
}

/**
 * The text of a run that an edit left, with what it did to the marks and link tracked. Text that
 * the same person put in needs no format change of its own: it is that person's as it stands. Null
 * for `by` tracks nothing new.
 */
export function trackLook(before: Run, after: Run, by: string | null, stampFor: FormatStamp): Run {
  const { text, inserted, deleted, formats = [] } = before;
  const { marks, link, notes } = after;
  const kept: Run = {
    text,
    ...(marks ? { marks } : {}),
    ...(link ? { link } : {}),
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(notes ? { notes } : {}),
  };
  const [was, is] = [before.marks ?? [], marks ?? []];
  const added = without(is, was);
  const removed = without(was, is);
  const isLinkSame = before.link?.href === link?.href;
  const isSame = added.length === 0 && removed.length === 0 && isLinkSame;
  if (isSame || by === null || inserted?.by === by) return formats.length > 0 ? { ...kept, formats } : kept;
  const last = formats.at(-1);
  if (last?.by === by) {
    const next = continued(last, before, after);
    const others = formats.slice(0, -1);
    const all = next ? [...others, next] : others;
    return all.length > 0 ? { ...kept, formats: all } : kept;
  }
  const linkWas = isLinkSame ? undefined : (before.link ?? null);
  const stamp = stampFor(JSON.stringify([added, removed, linkWas ?? null, link?.href ?? null]));
  const change: FormatChange = { ...stamp, added, removed, ...(linkWas === undefined ? {} : { linkWas }) };
  return { ...kept, formats: [...formats.filter((other) => !sameStamp(other, change)), change] };
}
