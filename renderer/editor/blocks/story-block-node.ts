import {
  $getState,
  $setState,
  ElementNode,
  setDOMUnmanaged,
  type ElementDOMSlot,
  type LexicalNode,
  type RangeSelection,
} from "lexical";
import { composeByline, type BylineFacts, type Run } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { BLOCK_ID_CONFIG } from "./block-id.ts";
import { BLOCK_TRACKING_CONFIG } from "./block-tracking.ts";
import { nameElement } from "./name-element.ts";
import { placeholderOf, type FieldKind } from "./kinds.ts";
import { nodeValue } from "./node-value.ts";

const kindState = nodeValue<"kind", FieldKind>("kind", "paragraph");

type Alternates = readonly (readonly Run[])[];

const NO_ALTERNATES: Alternates = [];

const alternatesState = nodeValue("alternates", NO_ALTERNATES);

/** Marks the part of a headline's DOM that shows its other wordings; `registerWordings` fills it. */
export const WORDINGS_CLASS = "wordings";

function wordingsIn(dom: HTMLElement): HTMLElement | null {
  const last = dom.lastElementChild;
  return last instanceof HTMLElement && last.className === WORDINGS_CLASS ? last : null;
}

/** A byline's facts and the line they were read from or came with. */
export interface KnownByline extends BylineFacts {
  readonly of: string;
}

const NO_BYLINE: KnownByline = { authors: [], agency: null, of: "" };

const bylineState = nodeValue("byline", NO_BYLINE);

/**
 * One block of the desk's text: headline, byline, paragraph and the rest. Its kind, its id and
 * what a headline or a byline holds beside its text are node state, so they take part in undo.
 */
export class StoryBlockNode extends ElementNode {
  override $config() {
    return this.config("story-block", {
      extends: ElementNode,
      stateConfigs: [
        BLOCK_ID_CONFIG,
        BLOCK_TRACKING_CONFIG,
        { stateConfig: kindState, flat: true },
        { stateConfig: alternatesState, flat: true },
        { stateConfig: bylineState, flat: true },
      ],
    });
  }

  getKind(): FieldKind {
    return $getState(this, kindState);
  }

  setKind(kind: FieldKind): this {
    return $setState(this, kindState, kind);
  }

  /** Other wordings of a headline; empty for every other kind. */
  getAlternates(): Alternates {
    return $getState(this, alternatesState);
  }

  setAlternates(alternates: Alternates): this {
    return $setState(this, alternatesState, alternates);
  }

  getKnownByline(): KnownByline {
    return $getState(this, bylineState);
  }

  setKnownByline(known: KnownByline): this {
    return $setState(this, bylineState, known);
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement("div");
    dom.setAttribute("role", "group");
    dom.className = "block";
    this.#dress(dom);
    return dom;
  }

  override updateDOM(_previous: unknown, dom: HTMLElement): boolean {
    this.#dress(dom);
    return false;
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot {
    const slot = super.getDOMSlot(dom);
    const wordings = wordingsIn(dom);
    return wordings ? slot.withBefore(wordings) : slot;
  }

  /** Names the block anew, in the language that is spoken now. */
  nameAgain(dom: HTMLElement): void {
    this.#dress(dom);
  }

  #dress(dom: HTMLElement): void {
    const kind = this.getKind();
    this.#makeRoomForWordings(dom, kind);
    if (dom.dataset["kind"] !== kind) dom.dataset["kind"] = kind;
    nameElement(dom, words().story.kinds[kind]);
    const isEmpty = this.isEmpty();
    if (isEmpty !== (dom.dataset["placeholder"] !== undefined)) {
      if (!isEmpty) delete dom.dataset["placeholder"];
    }
    if (isEmpty) {
      const composed = kind === "byline" ? composeByline(this.getKnownByline()) : "";
      dom.dataset["placeholder"] = composed === "" ? placeholderOf(kind) : composed;
      dom.toggleAttribute("data-composed", composed !== "");
    }
  }

  #makeRoomForWordings(dom: HTMLElement, kind: FieldKind): void {
    const isWanted = kind === "headline" && this.getAlternates().length > 0;
    const standing = wordingsIn(dom);
    if (isWanted === (standing !== null)) return;
    if (standing) {
      standing.remove();
      return;
    }
    const wordings = document.createElement("div");
    wordings.className = WORDINGS_CLASS;
    wordings.contentEditable = "false";
    setDOMUnmanaged(wordings);
    dom.append(wordings);
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): StoryBlockNode {
    const next = $createStoryBlock("paragraph");
    this.insertAfter(next, restoreSelection);
    return next;
  }

  override canIndent(): false {
    return false;
  }
}

export function $createStoryBlock(kind: FieldKind): StoryBlockNode {
  return new StoryBlockNode().setKind(kind);
}

export function $isStoryBlock(node: LexicalNode | null | undefined): node is StoryBlockNode {
  return node instanceof StoryBlockNode;
}
