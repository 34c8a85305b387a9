import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getRoot,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import { NO_PICTURE, type AssetId } from "#shared/document/index.ts";
import { onLanguage, spokenLanguage, words } from "#shared/language/index.ts";
import { $selectBlock } from "../fields/delete-selected.ts";
import { $blockOf } from "../fields/field.ts";
import { replacesAll } from "../live/replaces-all.ts";
import { $isPhoto, PICTURE_CLASS, type PhotoNode } from "./photo-node.ts";

/** What the frame of a picture needs of the page around it. */
export interface FramePorts {
  readonly photoAddress: (asset: AssetId) => string;
  /** The person asks for another picture in the frame. */
  readonly onReplace: (photo: NodeKey) => void;
  readonly onRemove: (photo: NodeKey) => void;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", onClick);
  return made;
}

function $spokenName(photo: PhotoNode): string {
  const said = (["alt", "caption"] as const).map((name) => photo.getField(name)?.getTextContent() ?? "");
  return said.find((text) => text.trim() !== "") ?? words().editor.photos.withoutAlt;
}

function showPicture(frame: HTMLElement, asset: AssetId, address: string): HTMLElement {
  if (asset === NO_PICTURE) {
    const empty = document.createElement("p");
    empty.textContent = words().editor.photos.toCome;
    return empty;
  }
  const image = document.createElement("img");
  image.draggable = false;
  image.addEventListener("error", () => {
    frame.dataset["unseen"] = words().editor.photos.unseen;
  });
  image.src = address;
  return image;
}

/** A click on a picture selects its photo as a whole. */
function $onClick({ target }: MouseEvent): boolean {
  if (!(target instanceof Element) || target.closest("button")) return false;
  const frame = target.closest<HTMLElement>(`.${PICTURE_CLASS}`);
  const node = frame && $getNearestNodeFromDOMNode(frame);
  const photo = node && $blockOf(node);
  if (!photo) return false;
  $selectBlock(photo);
  return true;
}

/** Draws the picture of every photo, with the buttons that replace and remove it. */
export function registerPictureFrames(editor: LexicalEditor, ports: FramePorts): () => void {
  const fill = (frame: HTMLElement, key: NodeKey, asset: AssetId): void => {
    frame.dataset["asset"] = asset;
    delete frame.dataset["unseen"];
    const { choose, replace, remove } = words().editor.photos;
    const actions = document.createElement("div");
    actions.className = "picture-actions";
    actions.append(
      button(asset === NO_PICTURE ? choose : replace, () => ports.onReplace(key)),
      button(remove, () => ports.onRemove(key)),
    );
    frame.replaceChildren(showPicture(frame, asset, ports.photoAddress(asset)), actions);
  };

  const $draw = (key: NodeKey): void => {
    const photo = $getNodeByKey(key);
    if (!$isPhoto(photo)) return;
    const frame = editor.getElementByKey(key)?.querySelector<HTMLElement>(`:scope > .${PICTURE_CLASS}`);
    if (!frame) return;
    const asset = photo.getAsset();
    const language = spokenLanguage();
    if (frame.dataset["asset"] !== asset || frame.dataset["language"] !== language) {
      frame.dataset["language"] = language;
      fill(frame, key, asset);
    }
    const name = $spokenName(photo);
    const image = frame.querySelector("img");
    if (image && image.alt !== name) image.alt = name;
  };

  const drawAll = (): void => {
    editor.getEditorState().read(() => $getRoot().getChildrenKeys().forEach($draw), { editor });
  };

  return mergeRegister(
    editor.registerCommand(CLICK_COMMAND, $onClick, COMMAND_PRIORITY_LOW),
    editor.registerRootListener(drawAll),
    onLanguage(drawAll),
    editor.registerUpdateListener((update) => {
      const { editorState, dirtyElements } = update;
      if (replacesAll(update)) drawAll();
      else if (dirtyElements.size > 0) {
        editorState.read(() => [...dirtyElements.keys()].forEach($draw), { editor });
      }
    }),
  );
}
