import {
  $getState,
  $setState,
  createState,
  ElementNode,
  type LexicalNode,
  type RangeSelection,
} from "lexical";
import { blockSchema, composeByline, type BylineFacts, type Run } from "#shared/document/index.ts";
import { BLOCK_ID_CONFIG } from "./block-id.ts";
import { FIELD_KINDS, isFieldKind, type FieldKind } from "./kinds.ts";
import { sameJson } from "./same-json.ts";

const kindState = createState("kind", {
  parse: (value): FieldKind => (isFieldKind(value) ? value : "paragraph"),
});

type Alternates = readonly (readonly Run[])[];

const NO_ALTERNATES: Alternates = [];

const alternatesState = createState("alternates", {
  parse: (value): Alternates => {
    const read = blockSchema.safeParse({ id: "-", kind: "headline", runs: [], alternates: value });
    return read.success && read.data.kind === "headline"
      ? (read.data.alternates ?? NO_ALTERNATES)
      : NO_ALTERNATES;
  },
  isEqual: sameJson,
});

/** A byline's facts and the line they were read from or came with. */
export interface KnownByline extends BylineFacts {
  readonly of: string;
}

const NO_BYLINE: KnownByline = { authors: [], agency: null, of: "" };

const bylineState = createState("byline", {
  parse: (value): KnownByline => {
    if (typeof value !== "object" || value === null || !("of" in value) || typeof value.of !== "string") {
      return NO_BYLINE;
    }
    const { of, ...facts } = value;
    const read = blockSchema.safeParse({ id: "-", kind: "byline", runs: [], ...facts });
    return read.success && read.data.kind === "byline"
      ? { authors: read.data.authors, agency: read.data.agency, of }
      : NO_BYLINE;
  },
  isEqual: sameJson,
});

/**
 * One block of the desk's text: headline, byline, paragraph and the rest. Its kind, its id and
 * what a headline or a byline holds beside its text are node state, so they take part in undo and
 * in the editor's JSON.
 */
export class StoryBlockNode extends ElementNode {
  override $config() {
    return this.config("story-block", {
      extends: ElementNode,
      stateConfigs: [
        BLOCK_ID_CONFIG,
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

  #dress(dom: HTMLElement): void {
    const kind = this.getKind();
    const { name, placeholder } = FIELD_KINDS[kind];
    if (dom.dataset["kind"] !== kind) {
      dom.dataset["kind"] = kind;
      dom.dataset["label"] = name;
      dom.setAttribute("aria-label", name);
    }
    const isEmpty = this.isEmpty();
    if (isEmpty !== (dom.dataset["placeholder"] !== undefined)) {
      if (!isEmpty) delete dom.dataset["placeholder"];
    }
    if (isEmpty) {
      const composed = kind === "byline" ? composeByline(this.getKnownByline()) : "";
      dom.dataset["placeholder"] = composed === "" ? placeholder : composed;
      dom.toggleAttribute("data-composed", composed !== "");
    }
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
