import type { Stamp } from "#shared/document/index.ts";
import type { ParagraphRole } from "../../style-names.ts";
import type { WordRole } from "./word-styles.ts";
import type { WordParagraph, WordPiece } from "./word-text.ts";

/** The paragraphs that a photo is made of. */
export const PHOTO_ROLES: ReadonlySet<WordRole> = new Set(["photo", "caption", "credit"]);

/** The two texts that a file with open changes holds. */
export type View = "final" | "original";

/** Whether a piece stands in a text. */
export function standsIn(view: View, { deleted, inserted }: WordPiece): boolean {
  return view === "final" ? deleted === null : inserted === null;
}

/** Whether a piece has the look of a dateline in a text. */
export function isDatelineIn(view: View, { isDateline, reformatted }: WordPiece): boolean {
  return view === "final" ? isDateline : (reformatted?.wasDateline ?? isDateline);
}

/** A paragraph of text as a block of a story begins it. */
export interface ChainedParagraph {
  readonly paragraph: WordParagraph;
  readonly role: ParagraphRole;
  /** What it was in the original text; the same where nothing changed. */
  readonly roleWas: ParagraphRole;
  readonly turned: Stamp | null;
  readonly inserted: Stamp | null;
  readonly deleted: Stamp | null;
}

/** A paragraph whose roles have been settled. */
export interface SettledParagraph extends WordParagraph {
  readonly role: ParagraphRole;
  /** What it is by itself. Where the end of a line is struck out, the next one bears its style too: there its own is the one before. */
  readonly ownRole: ParagraphRole;
  readonly was: { readonly role: ParagraphRole; readonly stamp: Stamp } | null;
}

const ENDS = { final: "deleted", original: "inserted" } as const;

interface Chain {
  readonly from: number;
  readonly to: number;
}

/** The paragraphs that are one in a text: each but the last has an end that is not in it. */
function chainsIn(view: View, paragraphs: readonly SettledParagraph[]): readonly Chain[] {
  const chains: Chain[] = [];
  let from = 0;
  for (const [at, { end }] of paragraphs.entries()) {
    if (end[ENDS[view]] !== null && at + 1 < paragraphs.length) continue;
    chains.push({ from, to: at });
    from = at + 1;
  }
  return chains;
}

function hasTextIn(view: View, { pieces }: WordParagraph): boolean {
  return pieces.some((piece) => standsIn(view, piece));
}

function saysSomethingIn(view: View, paragraph: WordParagraph): boolean {
  const isThere = paragraph.pictures.some((picture) => picture[ENDS[view]] === null);
  return isThere || hasTextIn(view, paragraph);
}

/** Who put a whole paragraph in, or struck it out. */
function wholeStamp(field: "inserted" | "deleted", { pieces }: WordParagraph): Stamp | null {
  return pieces.every((piece) => piece[field] !== null) ? (pieces.at(-1)?.[field] ?? null) : null;
}

function roleIn(view: View, { role, was }: SettledParagraph): ParagraphRole {
  return view === "final" ? role : (was?.role ?? role);
}

/** The role that the end of a chain gives it. A line of a photo gives none to text. */
function roleAtEnd(view: View, end: SettledParagraph | undefined, own: SettledParagraph): ParagraphRole {
  const role = roleIn(view, end ?? own);
  return PHOTO_ROLES.has(role) ? roleIn(view, own) : role;
}

interface Place {
  /** Null where the paragraph begins a block in this text; otherwise who did that. */
  readonly away: Stamp | null;
  /** What it is in this text, where it begins a block. */
  readonly role: ParagraphRole | null;
}

/** The text paragraphs of a chain that can be one block: a photo that is in this text stands between blocks. */
function stretchesIn(
  view: View,
  paragraphs: readonly SettledParagraph[],
  { from, to }: Chain,
): readonly (readonly number[])[] {
  const stretches: number[][] = [[]];
  for (let at = from; at <= to; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph) continue;
    if (!PHOTO_ROLES.has(paragraph.ownRole)) stretches.at(-1)?.push(at);
    else if (saysSomethingIn(view, paragraph)) stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** Which of some paragraphs the one that stands leads, being all dateline in this text; -1 for none. */
function ledIn(
  view: View,
  members: readonly SettledParagraph[],
  stands: number,
  end: SettledParagraph | undefined,
): number {
  const lead = members[stands];
  if (!lead || roleAtEnd(view, end, lead) !== "paragraph" || !hasTextIn(view, lead)) return -1;
  const isLead = ({ pieces }: SettledParagraph): boolean =>
    pieces.every((piece) => !standsIn(view, piece) || isDatelineIn(view, piece));
  return isLead(lead) ? members.findIndex((one, nth) => nth > stands && !isLead(one)) : -1;
}

/**
 * What each paragraph is in a text. Word's changes are of a paragraph's end and the later end has the
 * style of both; Stet's are of a block's beginning and the earlier one has. So of several paragraphs
 * that are one in this text the first that says something in it stands, as the last of them would.
 */
function placesIn(view: View, paragraphs: readonly SettledParagraph[]): ReadonlyMap<SettledParagraph, Place> {
  const field = ENDS[view];
  const places = new Map<SettledParagraph, Place>();
  for (const chain of chainsIn(view, paragraphs)) {
    const end = paragraphs[chain.to];
    for (const stretch of stretchesIn(view, paragraphs, chain)) {
      const members = stretch.flatMap((at) => paragraphs[at] ?? []);
      const found = members.findIndex((paragraph) => hasTextIn(view, paragraph));
      const stands = found === -1 ? members.length - 1 : found;
      const led = ledIn(view, members, stands, end);
      for (const [nth, paragraph] of members.entries()) {
        const whole = wholeStamp(field, paragraph);
        if (nth === stands || nth === led) {
          const away = found === -1 ? whole : null;
          const role = led > nth ? "dateline" : roleAtEnd(view, end, paragraph);
          places.set(paragraph, { away, role: away ? null : role });
          continue;
        }
        const before = paragraphs[(stretch[nth] ?? 0) - 1];
        const parted = nth > stands ? before?.end[field] : paragraph.end[field];
        places.set(paragraph, { away: whole ?? parted ?? paragraph.end[field] ?? null, role: null });
      }
    }
  }
  return places;
}

/** For each paragraph who turned it into another kind, or the next one below it that was turned. */
function nextTurns(paragraphs: readonly SettledParagraph[]): readonly (Stamp | null)[] {
  const turns: (Stamp | null)[] = [];
  for (const { was } of paragraphs.toReversed()) turns.push(was?.stamp ?? turns.at(-1) ?? null);
  return turns.toReversed();
}

/** The paragraphs of text among all of a file, as the blocks that they are of a story. */
export function chainedParagraphs(
  paragraphs: readonly SettledParagraph[],
): ReadonlyMap<SettledParagraph, ChainedParagraph> {
  const [final, original] = [placesIn("final", paragraphs), placesIn("original", paragraphs)];
  const turns = nextTurns(paragraphs);
  return new Map(
    paragraphs.map((paragraph, at) => {
      const [now, then] = [final.get(paragraph), original.get(paragraph)];
      const own = paragraph.was?.role ?? paragraph.role;
      const role = now?.role ?? then?.role ?? paragraph.role;
      const roleWas = then?.role ?? (now?.role ? role : own);
      const turned = turns[at] ?? paragraph.end.inserted ?? paragraph.end.deleted;
      const chained: ChainedParagraph = {
        paragraph,
        role,
        roleWas: turned ? roleWas : role,
        turned,
        inserted: then?.away ?? null,
        deleted: now?.away ?? null,
      };
      return [paragraph, chained] as const;
    }),
  );
}
