import { $getSelection, $isRangeSelection } from "lexical";
import { createDeskEditor } from "#renderer/editor/desk-editor.ts";
import { blockCommands } from "#renderer/editor/blocks/block-commands.ts";
import { markCommands } from "#renderer/editor/marks/mark-commands.ts";
import { $readDocument } from "#renderer/editor/codec/document.ts";
import { makePage } from "#renderer/editor/page.ts";
import { registerClipboard } from "#renderer/editor/paste/clipboard.ts";
import { noticeBoard } from "#renderer/editor/notices/notices.ts";
import { pasteDesk } from "#renderer/editor/paste/paste-desk.ts";
import { registerSuggesting } from "#renderer/editor/suggesting/track-updates.ts";
import { $placeOf } from "#renderer/editor/suggesting/story-places.ts";
import { registerTypography } from "#renderer/editor/typography/as-you-type.ts";
import { typographyStyle } from "#shared/style/typography/index.ts";
import { newChangeId, type StoryDocument } from "#shared/document/index.ts";
const style = typographyStyle("us", []);
let stop = (): void => undefined;
let read = (): StoryDocument => ({ schema: 2, blocks: [] });
let person: string | null = null;
let caret = (): string => "";
let run = (_id: string): void => undefined;

/** What the page offers to the tests that type on it: see `suggesting-page.ts`. */
Object.assign(globalThis, {
  show: (document: StoryDocument) => {
    stop();
    const {
      editor,
      history,
      stop: stopEditor,
    } = createDeskEditor(document, {
      onError: (error) => {
        throw error;
      },
      onLost: () => undefined,
      register: (made) =>
        registerSuggesting(made, {
          by: () => person,
          now: () => "2026-11-28T11:00:00.000Z",
          newChangeId,
        }),
    });
    const page = globalThis.document.createElement("div");
    page.className = "story-page";
    globalThis.document.body.replaceChildren(page);
    makePage(page, "suggesting");
    const stops = [stopEditor, registerTypography(editor, () => style)];
    const paste = pasteDesk({ editor, history, board: noticeBoard() });
    stops.push(registerClipboard(editor, { onPictures: () => undefined, paste }));
    editor.setRootElement(page);
    editor.focus();
    read = () => editor.read($readDocument);
    caret = () =>
      editor.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return "";
        const at = $placeOf(selection.focus);
        return at
          ? `${String(read().blocks.findIndex(({ id }) => id === at.block))}@${String(at.offset)}`
          : "";
      });
    const commands = [...blockCommands(editor), ...markCommands(editor)];
    run = (id) => commands.find((command) => command.id === id)?.run();
    stop = () => {
      for (const one of stops) one();
      editor.setRootElement(null);
    };
  },
  story: () => read(),
  caret: () => caret(),
  runCommand: (id: string) => run(id),
  person: (name: string | null) => {
    person = name;
  },
});
