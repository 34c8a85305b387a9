import type { HistoryState } from "@lexical/history";
import {
  $addUpdateTag,
  $getRoot,
  $getSelection,
  $onUpdate,
  $setSelection,
  HISTORY_PUSH_TAG,
  IS_APPLE,
  mergeRegister,
  PASTE_TAG,
  UNDO_COMMAND,
  type BaseSelection,
  type LexicalEditor,
} from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import { shortcutText } from "#renderer/app/keys.ts";
import { typedAhead } from "#renderer/app/typed-ahead.ts";
import { words } from "#shared/language/index.ts";
import type { NoticeAction, NoticeBoard } from "../notices/notices.ts";
import { readClipboard } from "./incoming.ts";
import { $insertBeginning, pasteInTurns, type PasteUnderWay, type RestOfPaste } from "./in-turns.ts";
import { isWorthTelling, pasteSentence } from "./paste-words.ts";
import type { Incoming, Pasted, PasteWay } from "./pasted.ts";

/** A paste that can still be taken back, or done again in another way, in the place where it was done. */
interface LastPaste {
  readonly incoming: Incoming;
  readonly way: PasteWay;
  readonly pasted: Pasted;
  readonly selection: BaseSelection | null;
  /** How many steps can be undone with it, its own the last. */
  readonly steps: number;
}

/** How pasting is done and told in one open story. */
export interface PasteDesk {
  /** Puts what came in place of the selection; call it in an update. */
  readonly $take: (incoming: Incoming) => void;
  /** The paste that the browser is about to bring, for a key that was pressed, is done in this way. */
  readonly nextWay: (way: PasteWay) => void;
  readonly commands: readonly Command[];
  /** Puts in what is left of a long paste, at once: before anything else is done with the story. */
  readonly finish: () => void;
  readonly stop: () => void;
}

interface PasteDeskParts {
  readonly editor: LexicalEditor;
  readonly history: HistoryState;
  readonly board: NoticeBoard;
}

/** How long the line of a paste stays once something else was done. */
const STAYS_MS = 8_000;
/** How long a wanted way of pasting waits for its paste: for the browser's own, and for a person's key. */
const WAITS_MS = { browser: 2_000, person: 60_000 } as const;

/** More at once would stand still for many seconds; a file is read in the newsroom's core instead. */
const MOST_BLOCKS = 20_000;

/** More characters than these, markup among them, take long enough to be told of before the page stands still. */
const LONG = 400_000;

const reader = lateCode(async () => (await import("./read-pasted.ts")).readPasted);

const FETCHED_WITHIN_MS = 200;

function mayNotRead(way: Exclude<PasteWay, "house">): string {
  const keys = shortcutText("Mod+V", IS_APPLE ? "mac" : "linux");
  return words().paste.mayNotRead({ keys, pastedAs: way });
}

function tooMuch(blocks: number): string {
  return words().paste.tooMuch({ paragraphs: blocks, most: MOST_BLOCKS });
}

/** Pasting into one story: what comes in, what is told of it, and taking it back or doing it in another way. */
export function pasteDesk({ editor, history, board }: PasteDeskParts): PasteDesk {
  let wanted: { readonly way: PasteWay; readonly untilMs: number } | null = null;
  let last: LastPaste | null = null;
  let line: { readonly text: string; readonly change: (text?: string) => void } | null = null;
  let stays: ReturnType<typeof setTimeout> | undefined;
  let underWay: PasteUnderWay | null = null;
  /** What was typed before a long paste was begun with. */
  let ahead = "";
  // It has to be here before anybody pastes: what is typed behind a paste must not overtake it.
  const fetching = requestIdleCallback(() => void reader.ready(), { timeout: FETCHED_WITHIN_MS });

  const takeDown = (): void => {
    clearTimeout(stays);
    line?.change();
    line = null;
  };

  const standing = (): LastPaste | null => {
    const isLast = last !== null && history.undoStack.length === last.steps && history.redoStack.length === 0;
    return isLast ? last : null;
  };

  const undo = (): void => {
    if (standing() === null) return;
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    last = null;
    takeDown();
    editor.focus();
  };

  const again = (way: PasteWay): void => {
    underWay?.abandon();
    const before = standing();
    if (before === null) return;
    last = null;
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    // The undo is settled first: an update in the same breath would be taken for a part of it, and not be a step.
    editor.read(() => undefined);
    editor.update(() => {
      $setSelection(before.selection?.clone() ?? null);
      $paste(before.incoming, way);
    });
    editor.focus();
  };

  const actionsFor = (way: PasteWay, { joined }: Pasted): readonly NoticeAction[] => {
    const said = words().paste;
    return [
      { label: said.undo, run: undo },
      ...(way === "house" ? [{ label: said.asPlainText, run: () => again("text") }] : []),
      ...(joined > 0 ? [{ label: said.keepLines, run: () => again("lines") }] : []),
    ];
  };

  const tell = (way: PasteWay, pasted: Pasted): void => {
    takeDown();
    if (!isWorthTelling(pasted)) return;
    const text = pasteSentence(pasted);
    line = {
      text,
      change: board.put("quiet", text, pasted.blocks.length > 0 ? actionsFor(way, pasted) : []),
    };
  };

  /** Goes on with a long paste by itself. What is typed meanwhile stands behind it; Escape stops it. */
  const goOn = (rest: RestOfPaste, way: PasteWay, pasted: Pasted): void => {
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
      underWay?.abandon();
    };
    takeDown();
    const said = words().paste;
    const over = board.put("busy", said.underWay({ count: pasted.blocks.length }), [
      { label: said.stop, run: stop },
    ]);
    typedAhead.hold(stop);
    underWay = pasteInTurns(rest, {
      editor,
      isWanted: () => standing() !== null,
      onEnd: () => {
        underWay = null;
        over();
        ahead += typedAhead.take().text;
        if (isStopped) undo();
        else if (standing() !== null) tell(way, pasted);
        if (ahead !== "") insertTyped(ahead);
        ahead = "";
      },
    });
  };

  const insertTyped = (text: string): void => {
    editor.update(() => $getSelection()?.insertText(text));
  };

  const $paste = (incoming: Incoming, way: PasteWay): void => {
    const readPasted = reader.now();
    if (readPasted === null) {
      // In the first second of a window: what was pasted stands as soon as it can be read.
      void reader.ready().then(() => editor.update(() => $paste(incoming, way)));
      return;
    }
    const pasted = readPasted(incoming, way);
    if (pasted.blocks.length > MOST_BLOCKS) {
      $onUpdate(() => board.put("wrong", tooMuch(pasted.blocks.length)));
      return;
    }
    const selection = $getSelection() ?? $getRoot().selectEnd();
    const from = selection.clone();
    $addUpdateTag(PASTE_TAG);
    $addUpdateTag(HISTORY_PUSH_TAG);
    const isOwn = pasted.program === "stet";
    const rest = $insertBeginning(pasted.blocks, isOwn);
    $onUpdate(() => {
      if (pasted.blocks.length > 0) {
        last = { incoming, way, pasted, selection: from, steps: history.undoStack.length };
      }
      if (rest === null) tell(way, pasted);
      else goOn(rest, way, pasted);
    });
  };

  /** A long paste is told of before it begins; what is typed in between stands behind it. */
  const pasteSlowly = (incoming: Incoming, way: PasteWay): void => {
    takeDown();
    const over = board.put("quiet", words().paste.isLong);
    typedAhead.hold(() => undefined);
    requestAnimationFrame(() => {
      setTimeout(() => {
        over();
        ahead = typedAhead.take().text;
        editor.update(() => $paste(incoming, way), { discrete: true });
        if (underWay !== null || ahead === "") return;
        insertTyped(ahead);
        ahead = "";
      });
    });
  };

  const $take = (incoming: Incoming): void => {
    underWay?.finish();
    const way = wanted !== null && performance.now() < wanted.untilMs ? wanted.way : "house";
    wanted = null;
    if (incoming.text.length + incoming.html.length < LONG) $paste(incoming, way);
    else pasteSlowly(incoming, way);
  };

  const wait = (way: PasteWay, forWhom: keyof typeof WAITS_MS): void => {
    wanted = { way, untilMs: performance.now() + WAITS_MS[forWhom] };
  };

  const pasteNow = async (way: Exclude<PasteWay, "house">): Promise<void> => {
    const incoming = await readClipboard();
    takeDown();
    if (incoming === null) {
      wait(way, "person");
      const text = mayNotRead(way);
      line = { text, change: board.put("quiet", text) };
    } else if (incoming.html === "" && incoming.text === "") {
      const text = words().paste.empty;
      line = { text, change: board.put("quiet", text) };
    } else {
      editor.update(() => $paste(incoming, way));
    }
    editor.focus();
  };

  /** Once something else is done, the line is news of a while ago: it has nothing to press, and goes. */
  const stopListening = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if (line === null || tags.has(PASTE_TAG) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
    if (standing() !== null) return;
    clearTimeout(stays);
    line.change(line.text);
    stays = setTimeout(takeDown, STAYS_MS);
  });

  return {
    $take,
    nextWay: (way) => wait(way, "browser"),
    finish: () => underWay?.finish(),
    stop: mergeRegister(stopListening, () => {
      underWay?.abandon();
      clearTimeout(stays);
      cancelIdleCallback(fetching);
    }),
    commands: [
      {
        id: "paste.text",
        title: ({ paste }) => paste.commands.text,
        group: "Edit",
        keys: "Mod+Shift+V",
        run: () => void pasteNow("text"),
      },
      {
        id: "paste.lines",
        title: ({ paste }) => paste.commands.lines,
        group: "Edit",
        keys: "Mod+Alt+V",
        run: () => void pasteNow("lines"),
      },
      {
        id: "paste.instead-text",
        title: ({ paste }) => paste.commands.insteadText,
        group: "Edit",
        keys: null,
        enabled: () => standing()?.way === "house",
        run: () => again("text"),
      },
      {
        id: "paste.instead-lines",
        title: ({ paste }) => paste.commands.insteadLines,
        group: "Edit",
        keys: null,
        enabled: () => (standing()?.pasted.joined ?? 0) > 0,
        run: () => again("lines"),
      },
    ],
  };
}
