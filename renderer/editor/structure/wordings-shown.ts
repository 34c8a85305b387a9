import { $getNodeByKey, $getRoot, mergeRegister, type LexicalEditor, type NodeKey } from "lexical";
import type { Run } from "#shared/document/index.ts";
import { onLanguage, words } from "#shared/language/index.ts";
import { $isStoryBlock, WORDINGS_CLASS, type StoryBlockNode } from "../blocks/story-block-node.ts";
import { replacesAll } from "../live/replaces-all.ts";
import { $dropWording, $printWording } from "./wordings.ts";

type Wording = readonly Run[];

function printed(wording: Wording): Wording {
  return wording.filter(({ deleted }) => !deleted);
}

function lettersOf(wording: Wording): string {
  return printed(wording)
    .map(({ text }) => text)
    .join("");
}

function styled({ text, marks = [] }: Run): HTMLElement {
  const span = document.createElement("span");
  span.className = marks.map((mark) => (mark === "smallCaps" ? "text-small-caps" : `text-${mark}`)).join(" ");
  span.textContent = text;
  return span;
}

function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.setAttribute("aria-label", label);
  made.title = label;
  made.addEventListener("click", onClick);
  return made;
}

/** Shows a headline's other wordings under it: a press prints one, another takes it away. */
export function registerWordings(editor: LexicalEditor): () => void {
  let shown = new WeakMap<HTMLElement, readonly Wording[]>();

  const edit = (key: NodeKey, $change: (headline: StoryBlockNode) => void): void => {
    editor.update(() => {
      const node = $getNodeByKey(key);
      if ($isStoryBlock(node)) $change(node);
    });
    editor.focus();
  };

  const row = (key: NodeKey, wording: Wording, at: number): HTMLElement => {
    const { print, remove, removeThis } = words().blocks.wordings;
    const item = document.createElement("li");
    item.dir = "auto";
    const line = button("wording", print({ wording: lettersOf(wording) }), () =>
      edit(key, (headline) => $printWording(headline, at)),
    );
    line.append(...printed(wording).map(styled));
    const drop = button("wording-drop", remove({ wording: lettersOf(wording) }), () =>
      edit(key, (headline) => {
        $dropWording(headline, at);
        headline.selectEnd();
      }),
    );
    drop.textContent = removeThis;
    item.append(line, drop);
    return item;
  };

  const $draw = (key: NodeKey): void => {
    const headline = $getNodeByKey(key);
    if (!$isStoryBlock(headline) || headline.getAlternates().length === 0) return;
    const place = editor.getElementByKey(key)?.querySelector<HTMLElement>(`:scope > .${WORDINGS_CLASS}`);
    const wordings = headline.getAlternates();
    if (!place || shown.get(place) === wordings) return;
    shown.set(place, wordings);
    const list = document.createElement("ul");
    list.setAttribute("aria-label", words().blocks.wordings.list);
    list.append(...wordings.map((wording, at) => row(key, wording, at)));
    place.replaceChildren(list);
  };

  const drawAll = (): void => {
    editor.getEditorState().read(() => $getRoot().getChildrenKeys().forEach($draw), { editor });
  };

  return mergeRegister(
    editor.registerRootListener(drawAll),
    onLanguage(() => {
      shown = new WeakMap();
      drawAll();
    }),
    editor.registerUpdateListener((update) => {
      const { editorState, dirtyElements } = update;
      if (replacesAll(update)) drawAll();
      else if (dirtyElements.size > 0) {
        editorState.read(() => [...dirtyElements.keys()].forEach($draw), { editor });
      }
    }),
  );
}
