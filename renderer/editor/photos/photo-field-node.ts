import { $getState, $setState, ElementNode, type LexicalNode } from "lexical";
import { words } from "#shared/language/index.ts";
import type { PhotoFieldName } from "../blocks/kinds.ts";
import { nameElement } from "../blocks/name-element.ts";
import { nodeValue } from "../blocks/node-value.ts";

const fieldState = nodeValue<"field", PhotoFieldName>("field", "caption");

/** One field of a photo, edited in place like any other text of the story. */
export class PhotoFieldNode extends ElementNode {
  override $config() {
    return this.config("photo-field", {
      extends: ElementNode,
      stateConfigs: [{ stateConfig: fieldState, flat: true }],
    });
  }

  getField(): PhotoFieldName {
    return $getState(this, fieldState);
  }

  setField(field: PhotoFieldName): this {
    return $setState(this, fieldState, field);
  }

  override createDOM(): HTMLElement {
    const field = this.getField();
    const dom = document.createElement("div");
    dom.className = "photo-field";
    dom.dataset["field"] = field;
    dom.dir = "auto";
    dom.setAttribute("role", "group");
    this.#dress(dom);
    return dom;
  }

  override updateDOM(_previous: unknown, dom: HTMLElement): boolean {
    this.#dress(dom);
    return false;
  }

  /** Names the field anew, in the language that is spoken now. */
  nameAgain(dom: HTMLElement): void {
    this.#dress(dom);
  }

  #dress(dom: HTMLElement): void {
    const name = words().story.photoFields[this.getField()];
    nameElement(dom, name);
    if (this.isEmpty()) dom.dataset["placeholder"] = name;
    else delete dom.dataset["placeholder"];
  }

  override canIndent(): false {
    return false;
  }
}

export function $createPhotoField(field: PhotoFieldName): PhotoFieldNode {
  return new PhotoFieldNode().setField(field);
}

export function $isPhotoFieldNode(node: LexicalNode | null | undefined): node is PhotoFieldNode {
  return node instanceof PhotoFieldNode;
}
