import { BuilderElement, DeletedTextRun, TextRun, type IRunPropertiesOptions, type XmlComponent } from "docx";
import type { Stamp } from "#shared/document/index.ts";
import type { Look, MarkedRun } from "../marked-up/marked-run.ts";
import type { PrintStory } from "../story-format.ts";
import { wordPicture } from "./picture.ts";
import { revised, type Revision } from "./revisions.ts";
import { lookProperties, wordPieces, type LinkIds } from "./runs.ts";

/** What the marked text of one file is written with. */
export interface MarkedDesk {
  readonly story: PrintStory;
  readonly linkIds: LinkIds;
  readonly number: (stamp: Stamp) => Revision;
  /** A name for the two places of a move that Word takes: the first one's is `move1`. */
  readonly moveName: (name: string) => string;
}

const PLAIN: Look = { marks: [], dateline: false };

function propertiesOf(look: Look, run: MarkedRun): IRunPropertiesOptions {
  return lookProperties({ ...look, isLink: run.link !== undefined });
}

/**
 * The look of a run and, where that changed, what it was. The old properties are never empty: docx
 * would leave the element out, and Word calls a `w:rPrChange` without one damage. To have spelling
 * checked is no look.
 */
function trackedLook(run: MarkedRun, { number }: MarkedDesk): IRunPropertiesOptions {
  const now = propertiesOf(run.final ?? run.original ?? PLAIN, run);
  if (!run.reformatted || !run.original) return now;
  const was = { noProof: false, ...propertiesOf(run.original, run) };
  return { ...now, revision: { ...number(run.reformatted), ...was } };
}

/** Wraps a run in what became of it; struck text itself has an element of its own (`w:delText`). */
function tracked(
  run: MarkedRun,
  content: readonly XmlComponent[],
  desk: MarkedDesk,
): readonly XmlComponent[] {
  const { final, original, inserted, moved } = run;
  if (final === null && original === null) {
    return inserted ? [revised("w:ins", desk.number(inserted), content)] : content;
  }
  if (moved && final === null) return [revised("w:moveFrom", desk.number(moved.stamp), content)];
  if (moved && original === null) return [revised("w:moveTo", desk.number(moved.stamp), content)];
  return inserted && original === null ? [revised("w:ins", desk.number(inserted), content)] : content;
}

function isStruck({ final, moved }: MarkedRun): boolean {
  return final === null && !moved;
}

function textOf(run: MarkedRun, desk: MarkedDesk): readonly XmlComponent[] {
  const { deleted } = run;
  return wordPieces(run.text).map((piece) => {
    const options = { ...trackedLook(run, desk), ...piece };
    return deleted && isStruck(run)
      ? new DeletedTextRun({ ...options, ...desk.number(deleted) })
      : new TextRun(options);
  });
}

async function pictureOf(run: MarkedRun, desk: MarkedDesk): Promise<readonly XmlComponent[]> {
  const { picture, deleted } = run;
  const file = picture && desk.story.pictures.get(picture.photo.id);
  if (!picture || !file) return [];
  const shown = await wordPicture(picture.photo, file, picture.number);
  return deleted && isStruck(run) ? [revised("w:del", desk.number(deleted), [shown])] : [shown];
}

/** docx's own hyperlink takes no tracked change that it has not made itself. */
function linked(id: string, children: readonly XmlComponent[]): XmlComponent {
  const attributes = { history: { key: "w:history", value: "1" }, id: { key: "r:id", value: `rId${id}` } };
  return new BuilderElement({ name: "w:hyperlink", attributes, children });
}

/** A run as Word tracks it: put in, struck out, both, moved here or away, or in another look. */
export async function markedWordRun(run: MarkedRun, desk: MarkedDesk): Promise<readonly XmlComponent[]> {
  const content = run.picture ? await pictureOf(run, desk) : textOf(run, desk);
  const wrapped = tracked(run, content, desk);
  const id = run.link ? desk.linkIds(run.link.href) : null;
  return id === null ? wrapped : [linked(id, wrapped)];
}
