import {
  runsText,
  type Block,
  type BlockId,
  type PhotoBlock,
  type StoryDocument,
} from "#shared/document/index.ts";
import type { ComposedParagraph, Compositor, ParagraphOrder } from "#shared/fit/compose/index.ts";
import type { BlockStyle, Place, StyleName } from "#shared/fit/kit/kit.ts";
import { runsRightToLeft } from "#shared/fit/shaping/direction.ts";
import { copyText, type CopyText } from "./copy-text.ts";
import { paragraphOrder, styleInStory, type StorySetting } from "./paragraph-orders.ts";
import { pictureBox, type PictureBox, type PictureSizes } from "./picture-box.ts";
import { styledCopy, type StyledBlock, type StyledCopy } from "./styled-copy.ts";

/** A paragraph of the story in lines. */
export interface SetText {
  readonly kind: "text";
  readonly style: StyleName;
  readonly block: BlockId;
  /** As it was set in: what the lines' leading and the space around them come from. */
  readonly look: BlockStyle;
  readonly place: Place;
  readonly copy: CopyText;
  readonly order: ParagraphOrder;
  readonly composed: ComposedParagraph;
}

/** A picture with its caption and credit, each null where there is none. */
export interface SetPicture {
  readonly kind: "picture";
  readonly block: BlockId;
  readonly photo: PhotoBlock;
  readonly place: Place;
  readonly box: PictureBox;
  readonly caption: SetText | null;
  readonly credit: SetText | null;
  readonly gapPt: number;
  readonly spaceBeforePt: number;
  readonly spaceAfterPt: number;
  /** From the picture's top to the foot of its last line, in points. */
  readonly depthPt: number;
}

export type SetPart = SetText | SetPicture;

/** A story in lines, in the order of print. The same block gives the same part until it changes. */
export interface SetStory {
  readonly setting: StorySetting;
  readonly parts: readonly SetPart[];
}

/** How much of the work was new: what shows that an unchanged block is not set again. */
export interface SettingWork {
  readonly asked: number;
  readonly set: number;
}

/** Sets a story again and again as it is edited; only what changed is set anew. */
export interface StorySetter {
  readonly setting: StorySetting;
  readonly set: (document: StoryDocument) => SetStory;
  /** The same, one paragraph or picture a turn. */
  readonly inTurns: (document: StoryDocument) => Generator<void, SetStory>;
  readonly work: () => SettingWork;
}

interface Remembered<Part> {
  readonly key: string;
  readonly dateline: Block | null;
  readonly part: Part;
}

/** The depth of a paragraph's lines, without the space around it, in points. */
export function textDepthPt({ composed, look }: SetText): number {
  return composed.lines.length * look.leadingPt;
}

/** Opens a setter for one story in one setting. `sizes` tells how large its pictures are. */
export function storySetter(
  setting: StorySetting,
  compositor: Compositor,
  sizes: PictureSizes = () => null,
): StorySetter {
  const texts = new WeakMap<Block, Remembered<SetText>>();
  const pictures = new WeakMap<Block, Remembered<SetPicture>>();
  const looks = new Map<StyleName, BlockStyle>();
  let asked = 0;
  let set = 0;

  const lookOf = (name: StyleName): BlockStyle => {
    const look = looks.get(name) ?? styleInStory(name, setting);
    looks.set(name, look);
    return look;
  };

  function setText(styled: StyledCopy, look: BlockStyle): SetText {
    const order = paragraphOrder(styled, look, setting);
    const { style, block, copy } = styled;
    set += 1;
    const composed = compositor.compose(order);
    return { kind: "text", style, block: block.id, look, place: look.place, copy, order, composed };
  }

  function textOf(styled: StyledCopy): SetText {
    asked += 1;
    const key = `${styled.style} ${String(styled.opens)}`;
    const known = texts.get(styled.block);
    if (known?.key === key && known.dateline === styled.dateline) return known.part;
    const part = setText(styled, lookOf(styled.style));
    texts.set(styled.block, { key, dateline: styled.dateline, part });
    return part;
  }

  function lineOf(photo: PhotoBlock, field: "caption" | "credit", columns: number): SetText | null {
    if (runsText(photo[field]) === "") return null;
    const copy = copyText(photo, field, photo[field]);
    if (copy.text === "") return null;
    const styled: StyledCopy = {
      kind: "copy",
      style: field,
      block: photo,
      dateline: null,
      copy,
      datelineEnd: 0,
      opens: null,
    };
    return setText(styled, { ...lookOf(field), columns });
  }

  function pictureOf(photo: PhotoBlock): SetPicture {
    asked += 1;
    const pixels = sizes(photo);
    const key = pixels ? `${String(pixels.widthPx)}×${String(pixels.heightPx)}` : "";
    const known = pictures.get(photo);
    if (known?.key === key) return known.part;
    const { spec, kit } = setting;
    const box = pictureBox(photo, kit, spec, pixels);
    const caption = lineOf(photo, "caption", box.columns);
    const credit = lineOf(photo, "credit", box.columns);
    const { gapPt, spaceBeforePt, spaceAfterPt } = spec.pictures;
    const lines = [caption, credit].filter((text) => text !== null);
    const words = lines.reduce(
      (depth, text) => depth + text.look.spaceBeforePt + textDepthPt(text) + text.look.spaceAfterPt,
      0,
    );
    // A picture wider than the column cannot run in it: it takes a space of its own.
    const inColumn = spec.pictures.place === "column" && box.columns <= spec.styles.paragraph.columns;
    const part: SetPicture = {
      kind: "picture",
      block: photo.id,
      photo,
      place: inColumn ? "column" : spec.pictures.place === "head" ? "head" : "box",
      box,
      caption,
      credit,
      gapPt,
      spaceBeforePt,
      spaceAfterPt,
      depthPt: box.heightPt + (lines.length > 0 ? gapPt + words : 0),
    };
    pictures.set(photo, { key, dateline: null, part });
    return part;
  }

  const partOf = (styled: StyledBlock): SetPart =>
    styled.kind === "photo" ? pictureOf(styled.photo) : textOf(styled);

  return {
    setting,
    set: (document) => ({ setting, parts: styledCopy(document).map(partOf) }),
    *inTurns(document) {
      const parts: SetPart[] = [];
      for (const styled of styledCopy(document)) {
        parts.push(partOf(styled));
        yield;
      }
      return { setting, parts };
    },
    work: () => ({ asked, set }),
  };
}

/** Whether the column text begins from right to left: then its first leg is the rightmost. */
export function storyRunsRightToLeft({ parts }: SetStory): boolean {
  const first = parts.find(
    (part) => part.kind === "text" && part.place === "column" && part.style === "paragraph",
  );
  return first?.kind === "text" && runsRightToLeft(first.copy.text);
}

/** Every paragraph that was set, captions and credits among them. */
export function everyText({ parts }: SetStory): readonly SetText[] {
  return parts.flatMap((part) =>
    part.kind === "text" ? [part] : [part.caption, part.credit].filter((text) => text !== null),
  );
}
