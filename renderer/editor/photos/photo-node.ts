import {
  $getState,
  $setState,
  ElementNode,
  type ElementDOMSlot,
  type LexicalNode,
  setDOMUnmanaged,
} from "lexical";
import { NO_PICTURE, type AssetId, type Crop, type PrintSize } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { BLOCK_ID_CONFIG } from "../blocks/block-id.ts";
import { BLOCK_TRACKING_CONFIG } from "../blocks/block-tracking.ts";
import { PHOTO_FIELDS, type PhotoFieldName } from "../blocks/kinds.ts";
import { nameElement } from "../blocks/name-element.ts";
import { nodeValue } from "../blocks/node-value.ts";
import { $createPhotoField, $isPhotoFieldNode, type PhotoFieldNode } from "./photo-field-node.ts";

const assetState = nodeValue<"asset", AssetId>("asset", NO_PICTURE);
const cropState = nodeValue<"crop", Crop | null>("crop", null);
const sizeState = nodeValue<"size", PrintSize | null>("size", null);

/** Marks the part of a photo's DOM that shows the picture; `registerPictureFrames` fills it. */
export const PICTURE_CLASS = "picture";
const FIELDS_CLASS = "photo-fields";

/**
 * A photo of the story. Its caption, credit and alt text are its children, in the same editor
 * state as everything else, so that they share one undo history and one autosave.
 */
export class PhotoNode extends ElementNode {
  override $config() {
    return this.config("photo", {
      extends: ElementNode,
      stateConfigs: [
        BLOCK_ID_CONFIG,
        BLOCK_TRACKING_CONFIG,
        { stateConfig: assetState, flat: true },
        { stateConfig: cropState, flat: true },
        { stateConfig: sizeState, flat: true },
      ],
    });
  }

  getAsset(): AssetId {
    return $getState(this, assetState);
  }

  setAsset(asset: AssetId): this {
    return $setState(this, assetState, asset);
  }

  getCrop(): Crop | null {
    return $getState(this, cropState);
  }

  getSize(): PrintSize | null {
    return $getState(this, sizeState);
  }

  setPrint(crop: Crop | null, size: PrintSize | null): this {
    return $setState($setState(this, cropState, crop), sizeState, size);
  }

  /** One of the three fields; null only for a photo that is not finished yet. */
  getField(name: PhotoFieldName): PhotoFieldNode | null {
    for (const child of this.getChildren()) {
      if ($isPhotoFieldNode(child) && child.getField() === name) return child;
    }
    return null;
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement("figure");
    dom.className = "block photo";
    dom.setAttribute("role", "group");
    this.nameAgain(dom);
    const picture = document.createElement("div");
    picture.className = PICTURE_CLASS;
    picture.contentEditable = "false";
    setDOMUnmanaged(picture);
    const fields = document.createElement("div");
    fields.className = FIELDS_CLASS;
    dom.append(picture, fields);
    return dom;
  }

  override updateDOM(): false {
    return false;
  }

  /** Names the block anew, in the language that is spoken now. */
  nameAgain(dom: HTMLElement): void {
    nameElement(dom, words().story.kinds.photo);
  }

  override getDOMSlot(dom: HTMLElement): ElementDOMSlot {
    const fields = dom.querySelector<HTMLElement>(`:scope > .${FIELDS_CLASS}`);
    return fields ? super.getDOMSlot(dom).withElement(fields) : super.getDOMSlot(dom);
  }

  override canIndent(): false {
    return false;
  }

  override canBeEmpty(): boolean {
    return true;
  }
}

/** A photo with its three empty fields. */
export function $createPhoto(asset: AssetId): PhotoNode {
  return new PhotoNode().setAsset(asset).append(...PHOTO_FIELDS.map($createPhotoField));
}

export function $isPhoto(node: LexicalNode | null | undefined): node is PhotoNode {
  return node instanceof PhotoNode;
}
