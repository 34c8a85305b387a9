import {
  canonicalBlock,
  canonicalRuns,
  finalText,
  newBlockId,
  NO_PICTURE,
  originalRuns,
  runsText,
  withFacts,
  type Block,
  type BlockFacts,
  type BlockTracking,
  type FactsChange,
  type Mark,
  type PhotoBlock,
  type Run,
  type RunBlock,
  type RunKind,
  type Stamp,
  type TextBlock,
} from "#shared/document/index.ts";
import { parseByline } from "#shared/newsroom/index.ts";
import type { ParagraphRole } from "../../style-names.ts";
import {
  chainedParagraphs,
  isDatelineIn,
  PHOTO_ROLES,
  standsIn,
  type ChainedParagraph,
  type SettledParagraph,
  type View,
} from "./paragraph-chains.ts";
import type { WordParagraph, WordPicturePlace, WordPiece, WordText } from "./word-text.ts";

/** A block and the notes that are on the whole of it. */
export interface WordBlock {
  readonly block: Block;
  readonly notes: readonly string[];
  /** Of a photo: the picture that stood there; null for a caption that came without one. */
  readonly picture: WordPicturePlace | null;
}

/** What a paragraph is by itself. Where the end of a line is struck out, the next one bears its style too: there its own is the one before. */
function ownRole({ role, was, pieces }: Omit<SettledParagraph, "ownRole">): ParagraphRole {
  const isGone = was !== null && !pieces.some((piece) => standsIn("final", piece));
  return isGone ? was.role : role;
}

/** One paragraph in which nothing stands in both texts, and which is a line of a photo in one of them: there it is two. */
function partedRoles(paragraph: SettledParagraph): readonly SettledParagraph[] {
  const { role, was, pieces, end } = paragraph;
  if (!was || was.role === role || !(PHOTO_ROLES.has(role) || PHOTO_ROLES.has(was.role))) return [paragraph];
  const [now, then] = [
    pieces.filter((piece) => standsIn("final", piece)),
    pieces.filter((piece) => !standsIn("final", piece)),
  ];
  const isParted = now.length > 0 && then.length > 0 && !now.some((piece) => standsIn("original", piece));
  if (!isParted) return [paragraph];
  const { stamp } = was;
  return [
    { ...paragraph, ownRole: role, was: null, pieces: now, end: { inserted: stamp, deleted: end.deleted } },
    {
      ...paragraph,
      role: was.role,
      ownRole: was.role,
      was: null,
      pieces: then,
      pictures: [],
      notes: [],
      end: { inserted: end.inserted, deleted: stamp },
    },
  ];
}

/** A heading is the headline where it heads the copy and no title does; of several titles the first is. */
function settled({ paragraphs, isOurs }: WordText): readonly SettledParagraph[] {
  const telling = paragraphs.filter(({ pieces }) => pieces.length > 0);
  const title = isOurs ? undefined : telling.find(({ role }) => role === "title");
  const [first] = telling;
  const headline = title ?? (first?.role === "heading" && !isOurs ? first : undefined);
  const settle = (paragraph: WordParagraph, role: WordParagraph["role"]): ParagraphRole => {
    const isPicture = paragraph.pictures.length > 0 && paragraph.pieces.length === 0;
    if (isPicture && role !== "caption" && role !== "credit") return "photo";
    if (role !== "title" && role !== "heading") return role;
    return paragraph === headline ? "headline" : "subhead";
  };
  return paragraphs.map((paragraph) => {
    const { role, was, pieces } = paragraph;
    const isHeading = role === "title" || role === "heading";
    const now = {
      ...paragraph,
      role: settle(paragraph, role),
      was: was && { ...was, role: settle(paragraph, was.role) },
      // A heading is bold by its looks; that somebody set it so once more says nothing.
      pieces: isHeading ? pieces.map((piece) => ({ ...piece, marks: withoutBold(piece.marks) })) : pieces,
    };
    return { ...now, ownRole: ownRole(now) };
  });
}

function withoutBold(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark !== "bold");
}

interface Bolds {
  readonly now: boolean;
  readonly was: boolean;
  readonly stamp: Stamp | null;
}

const NO_BOLDS: Bolds = { now: false, was: false, stamp: null };

function withBold(marks: readonly Mark[], isBold: boolean): readonly Mark[] {
  return isBold && !marks.includes("bold") ? ["bold", ...marks] : marks;
}

/** A piece as a run. The title of a fact box has its bold from its style, in each text for itself. */
function runOf(piece: WordPiece, bolds: Bolds = NO_BOLDS): Run {
  const { text, link, inserted, deleted, reformatted, notes } = piece;
  const marks = withBold(piece.marks, bolds.now);
  const marksWere = withBold(reformatted?.marksWere ?? piece.marks, bolds.was);
  const stamp = reformatted?.stamp ?? bolds.stamp;
  const added = marks.filter((mark) => !marksWere.includes(mark));
  const removed = marksWere.filter((mark) => !marks.includes(mark));
  const isReformatted = stamp !== null && added.length + removed.length > 0;
  return {
    text,
    ...(marks.length > 0 ? { marks } : {}),
    ...(link === null ? {} : { link: { href: link } }),
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(isReformatted ? { formats: [{ ...stamp, added, removed }] } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function kindOf(role: ParagraphRole): RunKind {
  switch (role) {
    case "boxTitle":
      return "factBox";
    case "photo":
    case "caption":
    case "credit":
      return "paragraph";
    default:
      return role;
  }
}

/** The names behind a byline, and what they were where its text was changed. */
function withNames(block: RunBlock, was: Partial<BlockFacts>): { block: RunBlock; was: Partial<BlockFacts> } {
  const now = parseByline(finalText(block.runs));
  const then = parseByline(runsText(originalRuns(block.runs)));
  const isByline = block.kind === "byline";
  const wasByline = (was.kind ?? block.kind) === "byline";
  const isOther = JSON.stringify(now) !== JSON.stringify(then) || isByline !== wasByline;
  return {
    block: isByline ? withFacts(block, now) : block,
    was: wasByline && isOther ? { ...was, ...then } : was,
  };
}

function lastStamp(runs: readonly Run[]): Stamp | null {
  const last = runs.findLast(({ inserted, deleted }) => inserted ?? deleted);
  return last?.deleted ?? last?.inserted ?? null;
}

/** What a line of text is and was, and whose doing that is. */
interface LineFate {
  readonly kind: RunKind;
  readonly kindWas: RunKind;
  readonly inserted: Stamp | null;
  readonly deleted: Stamp | null;
  readonly turned: Stamp | null;
}

function lineBlock(runs: readonly Run[], { kind, kindWas, inserted, deleted, turned }: LineFate): Block {
  const plain: TextBlock = { id: newBlockId(), kind: "paragraph", runs: canonicalRuns(runs) };
  const named = withNames(withFacts(plain, { kind }), kindWas === kind ? {} : { kind: kindWas });
  const stamp = turned ?? lastStamp(runs);
  const facts: readonly FactsChange[] =
    stamp && Object.keys(named.was).length > 0 ? [{ ...stamp, was: named.was }] : [];
  const tracked: BlockTracking = {
    ...(inserted ? { inserted } : {}),
    ...(deleted ? { deleted } : {}),
    ...(facts.length > 0 ? { facts } : {}),
  };
  return canonicalBlock({ ...named.block, ...(Object.keys(tracked).length > 0 ? { tracked } : {}) });
}

/** Up to which piece a paragraph is a dateline in each of the two texts, what is not in that text left aside. */
function leads({ paragraph, role, roleWas }: ChainedParagraph): {
  readonly now: number;
  readonly was: number;
} {
  const { pieces } = paragraph;
  const upTo = (view: View): number => {
    const isOther = (piece: WordPiece): boolean => standsIn(view, piece) && !isDatelineIn(view, piece);
    const other = pieces.findIndex(isOther);
    const head = other === -1 ? pieces : pieces.slice(0, other);
    return head.findLastIndex((piece) => standsIn(view, piece)) + 1;
  };
  return {
    now: role === "paragraph" ? upTo("final") : 0,
    was: roleWas === "paragraph" ? upTo("original") : 0,
  };
}

function textBlocks(chained: ChainedParagraph): readonly WordBlock[] {
  const { paragraph, role, roleWas, turned, inserted, deleted } = chained;
  const bolds = { now: role === "boxTitle", was: roleWas === "boxTitle", stamp: turned };
  const runsOf = (pieces: readonly WordPiece[]): readonly Run[] => pieces.map((piece) => runOf(piece, bolds));
  const fate = { kind: kindOf(role), kindWas: kindOf(roleWas), inserted, deleted, turned };
  const { now, was } = leads(chained);
  const length = Math.max(now, was);
  const [lead, rest] = [paragraph.pieces.slice(0, length), paragraph.pieces.slice(length)];
  const on = (blocks: readonly Block[]): readonly WordBlock[] =>
    blocks.map((block, nth) => ({
      block,
      notes: nth === blocks.length - 1 ? paragraph.notes : [],
      picture: null,
    }));
  if (length === 0) return on([lineBlock(runsOf(rest), fate)]);
  const change = turned ?? lastStamp(runsOf(paragraph.pieces)) ?? lastFormat(paragraph.pieces);
  const leadFate = {
    ...fate,
    kind: now > 0 ? "dateline" : fate.kind,
    kindWas: was > 0 ? "dateline" : fate.kindWas,
  } as const;
  const last = lead.at(-1);
  const isLed =
    rest.every(({ text }) => !/^\s/u.test(text)) &&
    (now > 0 || last?.deleted !== null) &&
    (was > 0 || last?.inserted !== null);
  const block = lineBlock(runsOf(rest.length > 0 && isLed ? withoutSpace(lead) : lead), {
    ...leadFate,
    ...wholeLead(lead, fate),
    turned: change,
  });
  if (rest.length === 0) return on([block]);
  const isInText = (view: View): boolean => lead.some((piece) => standsIn(view, piece));
  // Where only one of the two texts has a dateline here, the other has it and the rest as one line.
  const restFate = {
    kind: now > 0 ? "paragraph" : fate.kind,
    kindWas: was > 0 ? "paragraph" : fate.kindWas,
    turned: change,
    inserted: was > 0 || !isInText("original") ? inserted : change,
    deleted: now > 0 || !isInText("final") ? deleted : change,
  } as const;
  return on([block, lineBlock(runsOf(rest), restFate)]);
}

function lastFormat(pieces: readonly WordPiece[]): Stamp | null {
  return pieces.findLast(({ reformatted }) => reformatted)?.reformatted?.stamp ?? null;
}

/** A dateline without the space behind it, which print puts there. */
function withoutSpace(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const last = pieces.at(-1);
  const isBlank = pieces.every(({ text }) => text.trim() === "");
  if (isBlank || last?.text.endsWith(" ") !== true) return pieces;
  return [...pieces.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
}

/** A dateline that is all put in, or all struck out, is so with its beginning. */
function wholeLead(
  pieces: readonly WordPiece[],
  { inserted, deleted }: Pick<LineFate, "inserted" | "deleted">,
): Pick<LineFate, "inserted" | "deleted"> {
  const whole = (field: "inserted" | "deleted"): Stamp | null =>
    pieces.every((piece) => piece[field] !== null) ? (pieces[0]?.[field] ?? null) : null;
  return { inserted: inserted ?? whole("inserted"), deleted: deleted ?? whole("deleted") };
}

/** The paragraphs of one photo: its picture's, its caption's, its credit's. */
interface PhotoParagraphs {
  readonly pictures: WordParagraph["pictures"];
  readonly caption: readonly WordPiece[];
  readonly credit: readonly WordPiece[];
  readonly notes: readonly string[];
}

/** Who put all of a photo in, or struck all of it out. */
function wholePhoto(
  field: "inserted" | "deleted",
  { pictures, caption, credit }: PhotoParagraphs,
): Stamp | null {
  const all = [...pictures, ...caption, ...credit];
  return all.every((one) => one[field] !== null) ? (all[0]?.[field] ?? null) : null;
}

function photoBlock(photo: PhotoParagraphs): WordBlock {
  const [inserted, deleted] = [wholePhoto("inserted", photo), wholePhoto("deleted", photo)];
  const line = (pieces: readonly WordPiece[]): readonly Run[] =>
    canonicalRuns(
      pieces.map((piece) =>
        runOf({
          ...piece,
          inserted: inserted ? null : piece.inserted,
          deleted: deleted ? null : piece.deleted,
        }),
      ),
    );
  const tracked = { ...(inserted ? { inserted } : {}), ...(deleted ? { deleted } : {}) };
  const block: PhotoBlock = {
    id: newBlockId(),
    kind: "photo",
    asset: NO_PICTURE,
    caption: line(photo.caption),
    credit: line(photo.credit),
    alt: photo.pictures[0]?.alt ?? "",
    crop: null,
    size: null,
    ...(Object.keys(tracked).length > 0 ? { tracked } : {}),
  };
  return { block: canonicalBlock(block), notes: photo.notes, picture: photo.pictures[0] ?? null };
}

/** Whether a photo can have a paragraph too: it has no such line yet, and no paragraph with a picture follows its own. */
function mayJoin(
  photo: PhotoParagraphs,
  { pictures, pieces, ownRole }: SettledParagraph,
  isCaptionAbove: boolean,
): boolean {
  if (isCaptionAbove && pictures.length > 0) return photo.pictures.length === 0 && pieces.length === 0;
  if (ownRole === "photo" || pictures.length > 0 || photo.credit.length > 0) return false;
  return ownRole === "credit" || photo.caption.length === 0;
}

/**
 * Where each photo among some paragraphs of photos begins: with a picture, or with a line that the one
 * above has already. Where these begin with a caption and end with a picture, captions stand above their
 * pictures; Stet writes none so.
 */
function photosIn(paragraphs: readonly SettledParagraph[], isOurs: boolean): readonly PhotoParagraphs[] {
  const photos: PhotoParagraphs[] = [];
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  const endsBare = last !== undefined && last.pictures.length > 0 && last.pieces.length === 0;
  const isCaptionAbove = !isOurs && first?.pictures.length === 0 && endsBare;
  for (const paragraph of paragraphs) {
    const { pieces, pictures, notes, ownRole: role } = paragraph;
    const part = role === "credit" ? "credit" : "caption";
    const above = photos.at(-1);
    const isJoined = above !== undefined && mayJoin(above, paragraph, isCaptionAbove);
    const joined = isJoined ? above : { pictures: [], caption: [], credit: [], notes: [] };
    const photo = {
      ...joined,
      pictures: [...joined.pictures, ...pictures],
      ...(isJoined && pieces.length === 0 ? {} : { [part]: pieces }),
      notes: [...joined.notes, ...notes],
    };
    if (isJoined) photos[photos.length - 1] = photo;
    else photos.push(photo);
  }
  return photos.filter(
    ({ pictures, caption, credit }) => pictures.length + caption.length + credit.length > 0,
  );
}

const NO_CHANGE = { inserted: null, deleted: null } as const;

function hasLetters({ text }: WordPiece): boolean {
  return text.trim() !== "";
}

/**
 * Pictures without the white space and line ends beside them: of a paragraph that has nothing else, and
 * of a caption. Text keeps its own, which parts it from what an open change joins to it.
 */
function withoutBlanks(paragraph: WordParagraph): WordParagraph {
  const { pictures, pieces, role } = paragraph;
  if (pictures.length === 0 || (role !== "caption" && pieces.some(hasLetters))) return paragraph;
  const [from, to] = [pieces.findIndex(hasLetters), pieces.findLastIndex(hasLetters)];
  const trimmed = pieces.slice(Math.max(0, from), to + 1).map((piece, nth, all) => {
    const start = nth === 0 ? piece.text.trimStart() : piece.text;
    return { ...piece, text: nth === all.length - 1 ? start.trimEnd() : start };
  });
  return { ...paragraph, pieces: trimmed };
}

function onlyPicture(picture: WordPicturePlace, { end }: Pick<WordParagraph, "end">): SettledParagraph {
  const role = "photo";
  return { role, ownRole: role, was: null, pieces: [], pictures: [picture], end, notes: [] };
}

/** The pictures of a paragraph, of which one takes the place of another where that is struck out. */
function inPlace(pictures: readonly WordPicturePlace[]): readonly WordPicturePlace[] {
  return pictures.toSorted((one, other) => Number(other.deleted !== null) - Number(one.deleted !== null));
}

/**
 * Every picture in a paragraph of its own: several beside each other below each other, the only one of
 * a paragraph of text behind that and behind what an open change makes one with it. Of several in a
 * text nothing says which belongs to which line: they are left out, as is what Word drew in it.
 */
function withPicturesApart(paragraphs: readonly SettledParagraph[]): readonly SettledParagraph[] {
  const apart: SettledParagraph[] = [];
  const behind: SettledParagraph[] = [];
  for (const paragraph of paragraphs) {
    const { pictures, ownRole, pieces, end } = paragraph;
    if (PHOTO_ROLES.has(ownRole)) {
      const ordered = inPlace(pictures);
      const others = pieces.length === 0 ? ordered.slice(0, -1) : [];
      apart.push(...others.map((one) => onlyPicture(one, paragraph)));
      apart.push({ ...paragraph, pictures: ordered.slice(-1) });
    } else {
      const embedded = pictures.filter(({ source }) => typeof source !== "string");
      const [only] = embedded;
      if (only && embedded.length === 1) behind.push(onlyPicture(only, { end: NO_CHANGE }));
      apart.push({ ...paragraph, pictures: [] });
    }
    if (end.inserted === null && end.deleted === null) apart.push(...behind.splice(0));
  }
  return [...apart, ...behind];
}

/** The text of a Word document as blocks with their open changes. Lines without a letter are left out. */
export function wordBlocks(text: WordText): readonly WordBlock[] {
  const paragraphs = withPicturesApart(
    settled({ ...text, paragraphs: text.paragraphs.map(withoutBlanks) }).flatMap(partedRoles),
  );
  const chained = chainedParagraphs(paragraphs);
  const blocks: WordBlock[] = [];
  let ofPhotos: SettledParagraph[] = [];
  const finishPhotos = (): void => {
    blocks.push(...photosIn(ofPhotos, text.isOurs).map(photoBlock));
    ofPhotos = [];
  };
  for (const paragraph of paragraphs) {
    const line = chained.get(paragraph);
    if (PHOTO_ROLES.has(paragraph.ownRole)) {
      ofPhotos.push(paragraph);
      continue;
    }
    finishPhotos();
    if (line && paragraph.pieces.length > 0) blocks.push(...textBlocks(line));
  }
  finishPhotos();
  return blocks;
}
