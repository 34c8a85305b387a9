import type { Stamp, StoryDocument } from "#shared/document/index.ts";
import type { MarkedParagraph } from "../marked-up/marked-copy.ts";
import type { Look, MarkedRun } from "../marked-up/marked-run.ts";
import { notePlaces } from "../marked-up/note-places.ts";
import { personName } from "../marked-up/person-name.ts";
import type { PrintStory } from "../story-format.ts";
import type { ParagraphRole } from "../style-names.ts";
import { element, onLines, type XmlElement } from "../xml.ts";
import { characterStyleId, NO_CHARACTER_STYLE, type CharacterLook } from "./character-styles.ts";
import { hyperlinkSource, type LinkedPassage } from "./hyperlinks.ts";
import { localTime } from "./local-time.ts";
import { noteElement } from "./notes.ts";
import { paragraphStyleId } from "./paragraph-styles.ts";
import { anchoredPicture } from "./picture.ts";
import { range, textContent } from "./story-text.ts";
import type { UserIds } from "./users.ts";

/** A marked-up story as it stands in the file, and the links in it. */
export interface MarkedText {
  readonly ranges: readonly XmlElement[];
  readonly links: readonly LinkedPassage[];
}

/** A piece of the text: shown as it is, in a link, or struck out. */
type Piece =
  | { readonly kind: "shown"; readonly href: string | null; readonly range: XmlElement }
  | { readonly kind: "struck"; readonly stamp: Stamp; readonly range: XmlElement };

function characterLook(look: Look, isLink: boolean): CharacterLook {
  return { ...look, link: isLink };
}

/** Every look that a marked-up story uses: a style is written for each. */
export function looksIn(paragraphs: readonly MarkedParagraph[]): readonly CharacterLook[] {
  return paragraphs.flatMap(({ runs }) =>
    runs.flatMap(({ final, original, link }) => {
      if (final) return [characterLook(final, link !== undefined)];
      return original ? [characterLook(original, false)] : [];
    }),
  );
}

function paragraphRange(role: ParagraphRole, ranges: readonly XmlElement[]): XmlElement {
  return element("ParagraphStyleRange", { AppliedParagraphStyle: paragraphStyleId(role) }, onLines(ranges));
}

/** What was in the original text alone, in its style there. */
function struckRange(role: ParagraphRole, style: string, content: XmlElement): XmlElement {
  return element("ParagraphStyleRange", { AppliedParagraphStyle: paragraphStyleId(role) }, [
    range(style, [content]),
  ]);
}

function roleBefore({ role, was }: MarkedParagraph): ParagraphRole {
  return was?.role ?? role;
}

/** The lines of one marked-up story. */
class MarkedWriting {
  readonly #story: PrintStory;
  readonly #users: UserIds;
  readonly #links: LinkedPassage[] = [];
  #pictures = 0;

  constructor(story: PrintStory, users: UserIds) {
    this.#story = story;
    this.#users = users;
  }

  #change(
    type: "InsertedText" | "DeletedText",
    { by, at }: Stamp,
    content: readonly XmlElement[],
  ): XmlElement {
    const attributes = {
      ChangeType: type,
      Date: localTime(at),
      UserName: personName(by),
      AppliedDocumentUser: this.#users.get(by),
    };
    return element("Change", attributes, content);
  }

  #picture({ picture }: MarkedRun): readonly Piece[] {
    const file = picture && this.#story.pictures.get(picture.photo.id);
    if (!picture || !file) return [];
    this.#pictures += 1;
    const shown = anchoredPicture({ photo: picture.photo, file }, this.#pictures);
    return [{ kind: "shown", href: null, range: range(NO_CHARACTER_STYLE, [shown]) }];
  }

  #piece(paragraph: MarkedParagraph, run: MarkedRun): readonly Piece[] {
    const { final, original, text, link } = run;
    if (run.picture) return final ? this.#picture(run) : [];
    if (final) {
      const style = characterStyleId(characterLook(final, link !== undefined));
      const stamp = original ? undefined : (run.inserted ?? run.moved?.stamp);
      const content = textContent(text);
      const shown = stamp ? this.#change("InsertedText", stamp, [content]) : content;
      return [{ kind: "shown", href: link?.href ?? null, range: range(style, [shown]) }];
    }
    const stamp = run.deleted ?? run.moved?.stamp;
    if (!original || !stamp) return [];
    const style = characterStyleId(characterLook(original, false));
    return [{ kind: "struck", stamp, range: struckRange(roleBefore(paragraph), style, textContent(text)) }];
  }

  /** The end of a paragraph. That of a picture which stood elsewhere is not written: it is not there to be struck out. */
  #end(paragraph: MarkedParagraph): readonly Piece[] {
    const { final, stamp } = paragraph.end;
    const br = element("Br");
    if (final) {
      const shown = stamp ? this.#change("InsertedText", stamp, [br]) : br;
      return [{ kind: "shown", href: null, range: range(NO_CHARACTER_STYLE, [shown]) }];
    }
    const role = roleBefore(paragraph);
    if (!stamp || role === "photo") return [];
    return [{ kind: "struck", stamp, range: struckRange(role, NO_CHARACTER_STYLE, br) }];
  }

  /** Neighbours that lead to the same place are one link, neighbours that one person struck out in one go are one change. */
  #joined(pieces: readonly Piece[]): readonly XmlElement[] {
    const ranges: XmlElement[] = [];
    for (let at = 0; at < pieces.length;) {
      const piece = pieces[at];
      if (!piece) break;
      const isLike = (other: Piece): boolean =>
        piece.kind === "struck"
          ? other.kind === "struck" && other.stamp.id === piece.stamp.id && other.stamp.by === piece.stamp.by
          : piece.href !== null && other.kind === "shown" && other.href === piece.href;
      const rest = pieces.slice(at + 1);
      const next = rest.findIndex((other) => !isLike(other));
      const alike = [piece, ...rest.slice(0, next < 0 ? rest.length : next)].map((one) => one.range);
      if (piece.kind === "struck") {
        ranges.push(range(NO_CHARACTER_STYLE, [this.#change("DeletedText", piece.stamp, alike)]));
        at += alike.length;
      } else if (piece.href === null) {
        ranges.push(piece.range);
        at += 1;
      } else {
        const link = { nr: this.#links.length + 1, href: piece.href };
        this.#links.push(link);
        ranges.push(hyperlinkSource(link, alike));
        at += alike.length;
      }
    }
    return ranges;
  }

  write(paragraphs: readonly MarkedParagraph[], markup: StoryDocument): MarkedText {
    const places = notePlaces(markup, paragraphs);
    const written: XmlElement[] = [];
    let pieces: Piece[] = [];
    for (const [nth, paragraph] of paragraphs.entries()) {
      for (const [at, run] of paragraph.runs.entries()) {
        const notes = places.filter(({ from }) => from.paragraph === nth && from.run === at);
        for (const { note } of notes) {
          const shown = noteElement(note, this.#users);
          pieces.push({ kind: "shown", href: null, range: range(NO_CHARACTER_STYLE, [shown]) });
        }
        pieces.push(...this.#piece(paragraph, run));
      }
      const isBottom = nth === paragraphs.length - 1;
      if (!isBottom) pieces.push(...this.#end(paragraph));
      if (!paragraph.end.final) continue;
      written.push(paragraphRange(paragraph.role, this.#joined(pieces)));
      pieces = [];
    }
    return { ranges: written, links: this.#links };
  }
}

/**
 * The text of a story with its open changes as InCopy tracks them: an insertion is a `Change` round
 * bare content, a deletion one round ranges with styles of their own, for it lies outside the text
 * that is set. What stands elsewhere now is struck out there and put in here. Notes stand before
 * the words that they are on.
 */
export function markedText(
  paragraphs: readonly MarkedParagraph[],
  markup: StoryDocument,
  story: PrintStory,
  users: UserIds,
): MarkedText {
  return new MarkedWriting(story, users).write(paragraphs, markup);
}
