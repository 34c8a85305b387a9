import { $addUpdateTag, $getSelection, mergeRegister, SKIP_SCROLL_INTO_VIEW_TAG } from "lexical";
import { behindLetters } from "#renderer/app/behind-letters.ts";
import { observable, type MutableObservable, type Observable } from "#renderer/app/observable.ts";
import type { Command } from "#renderer/app/commands.ts";
import type { SayLastWord } from "#renderer/bridge/last-word.ts";
import type { Link } from "#renderer/bridge/standing-road.ts";
import type { Tails } from "#renderer/tail/tails.ts";
import type { Desk, OpenStory, Settings, StorySummary } from "#shared/contract/index.ts";
import { countChanges } from "#shared/changes/changes-of.ts";
import { countOpenQueries } from "#shared/changes/open-matters.ts";
import { countStory, lengthOf, storyLength, type AssetId } from "#shared/document/index.ts";
import { onLanguage, words } from "#shared/language/index.ts";
import { blockCommands } from "./blocks/block-commands.ts";
import { $blockId } from "./blocks/block-id.ts";
import { withFirstFields } from "./blocks/new-story.ts";
import { sameJson } from "./blocks/same-json.ts";
import { $isStoryBlock } from "./blocks/story-block-node.ts";
import { caseCommands } from "./case/case-commands.ts";
import type { BlockNode } from "./codec/blocks.ts";
import { conversionCommands } from "./conversion/conversion-commands.ts";
import { conversionStyle } from "./conversion/conversion-style.ts";
import { $selectedParts } from "./counts/selected-parts.ts";
import { createDeskEditor } from "./desk-editor.ts";
import { $blockOf } from "./fields/field.ts";
import { NO_FIT_MARKS, type FitMarks } from "./fit-marks/fit-marks.ts";
import { selectPlaces } from "./fit-marks/places.ts";
import { showFitMarks } from "./fit-marks/show-fit-marks.ts";
import type { FindRun } from "./find/find-run.ts";
import { storyFind } from "./find/story-find.ts";
import { historyCommands } from "./history-commands.ts";
import { editsFromOutside } from "./live/edit-from-outside.ts";
import { followStory } from "./live/live-story.ts";
import { $linkSelection, $unlinkSelection, linkCommands, type LinkAsked } from "./links/edit-link.ts";
import { markCommands } from "./marks/mark-commands.ts";
import { keepAnchors } from "./notes/keep-anchors.ts";
import { $notesHere } from "./notes/notes-here.ts";
import { showNotes } from "./notes/show-notes.ts";
import { storyNotes } from "./notes/story-notes.ts";
import type { NoticeBoard } from "./notices/notices.ts";
import { makePage, namePage, readOnlyInBin, whileEditable } from "./page.ts";
import { registerClipboard } from "./paste/clipboard.ts";
import { pasteDesk } from "./paste/paste-desk.ts";
import { photoDesk } from "./photos/photo-desk.ts";
import { $isPhoto } from "./photos/photo-node.ts";
import { goToBlock } from "./place/go-to-block.ts";
import { keepPlace } from "./place/keep-place.ts";
import { showPlace } from "./place/show-place.ts";
import { keepSafe } from "./saving/keep-safe.ts";
import { whenLeft } from "./saving/when-left.ts";
import { snippetDesk, type SnippetDesk } from "./snippets/snippet-desk.ts";
import { snippetFacts } from "./snippets/snippet-facts.ts";
import type { SaveState, SessionStatus, Settled, StorySession } from "./story-session.ts";
import { dragBlocks } from "./structure/drag-blocks.ts";
import { moveBlock } from "./structure/move-block.ts";
import { changesViews } from "./suggesting/changes-view.ts";
import { storyChanges } from "./suggesting/story-changes.ts";
import { authorOf } from "./suggesting/authors.ts";
import { whoWhenWhat } from "./suggesting/who-when-what.ts";
import { suggestingDesk } from "./suggesting/suggesting-desk.ts";
import { tkDesk } from "./tk/tk-desk.ts";
import { registerTypography } from "./typography/as-you-type.ts";
import { chosenStyle } from "./typography/chosen-style.ts";
import { storyCleaner, type CleanReport, type StoryCleaner } from "./typography/clean-up.ts";
import { showInvisibles } from "./invisibles/show-invisibles.ts";
import { followView } from "./view/follow-view.ts";
import { holdLine } from "./view/hold-line.ts";
import { layOutLater } from "./view/lay-out-later.ts";

/** Where the caret is and what is selected is told after the key has been painted. */
const CARET_SETTLE_MS = 60;
/** Counts follow a pause in typing, and go on following where there is none: so they take no time from a key. */
const TYPING_SETTLE_MS = { pause: 200, nonStop: 2_000 } as const;

export interface SessionOptions {
  readonly story: OpenStory;
  readonly newest: () => number;
  readonly desk: Desk;
  readonly board: NoticeBoard;
  /** The editable element, and the element around it that scrolls. */
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  /** Where the link field is asked for; whoever shows it watches this. */
  readonly linkAsked: MutableObservable<LinkAsked | null>;
  /** Where what was cleaned is told; whoever shows it watches this. */
  readonly cleanReport: MutableObservable<CleanReport | null>;
  /** Where the bar for finding is asked for; whoever shows it watches this. */
  readonly finding: MutableObservable<FindRun | null>;
  readonly settings: Observable<Settings>;
  /** The keys that a command has now, as people read them; null where it has none. */
  readonly keysOf: (command: string) => string | null;
  readonly photoAddress: (asset: AssetId) => string;
  readonly lastWord: SayLastWord | null;
  readonly link: Observable<Link>;
  /** The folder of the newsroom that the story is in. */
  readonly newsroom: string;
  readonly tails: Tails;
}

/** A story open on a page, with what the editor adds to the command book. */
export interface OpenSession {
  readonly session: StorySession;
  readonly commands: readonly Command[];
  /** Links the selection to an address, or takes its link away, and gives the focus back to the text. */
  readonly link: (href: string | null) => void;
  readonly cleaner: StoryCleaner;
  readonly snippets: SnippetDesk;
  /** Commits what is not committed and lets go of the page. */
  readonly close: () => void;
}

function $here(): BlockNode | null {
  const [node] = $getSelection()?.getNodes() ?? [];
  return node ? $blockOf(node) : null;
}

function $kind(): SessionStatus["kind"] {
  const block = $here();
  if ($isStoryBlock(block)) return block.getKind();
  return $isPhoto(block) ? "photo" : null;
}

function $blockHere(): Settled["block"] {
  const block = $here();
  return block && $blockId(block);
}

/** Calls `settle` when the editor has come to rest: soon after the caret moved, later while text is typed; and now and then where it does not. */
function settleLater(settle: (isAtRest: boolean) => void): {
  touch: (isTyping: boolean) => void;
  stop: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latestMs = Infinity;
  let isOver = false;
  const run = async (isAtRest: boolean): Promise<void> => {
    latestMs = Infinity;
    if (!isAtRest) await behindLetters();
    if (!isOver) settle(isAtRest);
  };
  return {
    touch: (isTyping) => {
      const nowMs = performance.now();
      latestMs = Math.min(latestMs, nowMs + TYPING_SETTLE_MS.nonStop);
      const restMs = isTyping ? TYPING_SETTLE_MS.pause : CARET_SETTLE_MS;
      clearTimeout(timer);
      const leftMs = latestMs - nowMs;
      timer = setTimeout(
        (isAtRest: boolean) => void run(isAtRest),
        Math.max(0, Math.min(restMs, leftMs)),
        restMs <= leftMs,
      );
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/** Shows a story on a page: from now on it is edited, counted and saved there. */
export function openSession(options: SessionOptions): OpenSession {
  const { story, desk, board, page, scroller, photoAddress, linkAsked, settings } = options;
  const shown = withFirstFields(story.document);
  const suggesting = suggestingDesk({ desk, settings, story: story.summary.id, board, scroller });
  const {
    editor,
    history,
    stop: stopEditor,
  } = createDeskEditor(shown, {
    onError: (error) => board.put("wrong", words().editor.couldNot({ why: error.message })),
    onLost: ({ lost, halves }) => {
      board.put("note", words().editor.lost({ controls: lost - halves, halves }));
    },
    // Notes behind suggesting: they keep to what is left once struck text is back.
    register: (made) => mergeRegister(suggesting.register(made), keepAnchors(made)),
  });
  const summary = observable<StorySummary>(story.summary);
  const status = observable<SessionStatus>({
    save: { state: "saved", atMs: story.summary.updatedAtMs },
    counts: countStory(shown),
    length: null,
    selected: null,
    kind: null,
    tks: 0,
    isKeptHere: false,
    isSuggesting: settings.get().suggestingIn.includes(story.summary.id),
    openChanges: countChanges(shown),
    openQueries: countOpenQueries(shown.notes ?? []),
    changesView: "marked",
  });

  const settled = observable<Settled>({ block: null, notes: [], isAtRest: true });

  const say = (change: Partial<SessionStatus>): void => {
    const next = { ...status.get(), ...change };
    if (!sameJson(next, status.get())) status.set(next);
  };

  const live = followStory(editor, story.document, () => safe.touch());
  const onState = (save: SaveState): void => say({ save });
  const safe = keepSafe({ ...options, opened: story, summary, editor, history, live, onState });
  const { saver } = safe;
  const stopReading = readOnlyInBin(editor, summary);

  const settle = (isAtRest: boolean): void => {
    const { parts, kind, block, notes } = editor.getEditorState().read(() => ({
      parts: $selectedParts(),
      kind: $kind(),
      block: $blockHere(),
      notes: $notesHere(),
    }));
    const basis = settings.get().lengthFigures;
    const selected = parts && lengthOf(parts, basis);
    const now = live.document();
    const openChanges = countChanges(now);
    const openQueries = countOpenQueries(now.notes ?? []);
    say({ counts: live.counts(), length: storyLength(now, basis), selected, kind, openChanges, openQueries });
    settled.set({ block, notes, isAtRest });
    if (isAtRest) margin.rest();
  };

  const margin = whoWhenWhat({
    editor,
    page,
    scroller,
    me: () => authorOf(settings.get()),
    keysOf: options.keysOf,
  });
  const settling = settleLater(settle);
  const tks = tkDesk(editor, board, (count) => say({ tks: count }));
  const photos = photoDesk({ editor, desk, board, page, scroller, photoAddress });
  const style = chosenStyle(settings);
  const stopTypography = registerTypography(editor, () =>
    settings.get().typographyAsYouType ? style() : null,
  );
  const views = changesViews({ editor, page, document: live.document, photoAddress });
  const paste = pasteDesk({ editor, history, board });
  const stopClipboard = registerClipboard(editor, {
    onPictures: (files) => void photos.insert(files),
    paste,
  });
  makePage(page, story.summary.facts.slug);
  editor.setRootElement(page);
  const place = keepPlace(editor, scroller, (at) => {
    void desk.stories.keepPlace({ story: summary.get().id, place: at });
  });
  const stopView = followView({ editor, page, scroller, settings });
  const layout = layOutLater({ editor, page, scroller });
  const stopPlace = showPlace(editor, scroller, story.place, layout);
  const fitMarks = observable<FitMarks>(NO_FIT_MARKS);
  const stopFitMarks = showFitMarks({ editor, page, scroller, marks: fitMarks });
  const stopInvisibles = showInvisibles({ editor, page, scroller, settings });

  const flush = (): Promise<boolean> => {
    place.flush();
    return saver.flush();
  };
  const stopLeaving = whenLeft(page, {
    forNow: () => void flush(),
    forGood: () => {
      paste.finish();
      place.flush();
      safe.lastWords();
    },
  });

  const stop = mergeRegister(
    editor.registerUpdateListener(({ dirtyLeaves }) => settling.touch(dirtyLeaves.size > 0)),
    desk.stories.on("changed", ({ summary: changed }) => {
      if (changed.id === summary.get().id) summary.set(changed);
    }),
    safe.isKeptHere.subscribe(() => say({ isKeptHere: safe.isKeptHere.get() })),
    stopLeaving,
    stopReading,
    onLanguage(() => namePage(page, story.summary.facts.slug)),
    settling.stop,
    settings.subscribe(() => settling.touch(false)),
    stopPlace,
    layout.stop,
    stopInvisibles,
    stopFitMarks,
    stopView,
    dragBlocks(editor, scroller, page),
    stopTypography,
    photos.stop,
    tks.stop,
    suggesting.isOn.subscribe(() => say({ isSuggesting: suggesting.isOn.get() })),
    suggesting.stop,
    margin.stop,
    showNotes(editor),
    views.view.subscribe(() => say({ changesView: views.view.get() })),
    views.stop,
    stopClipboard,
    paste.stop,
    stopEditor,
  );

  const { edit, decide } = editsFromOutside({
    editor,
    history,
    live,
    saver,
    flush,
    hasFocus: () => page.contains(document.activeElement),
  });
  const changes = storyChanges({ editor, board, scroller, document: live.document, decide });
  const notes = storyNotes({
    editor,
    board,
    scroller,
    document: live.document,
    decide,
    canWrite: () => editor.isEditable() && views.view.get() !== "original",
  });
  const facts = snippetFacts({ summary, settings, document: live.document });
  const snippets = snippetDesk({ editor, board, settings, facts });
  const cleaner = storyCleaner({
    editor,
    edit,
    style,
    board,
    report: options.cleanReport,
    focus: () => editor.focus(),
  });

  const find = storyFind({ editor, page, scroller, document: live.document, edit }, options.finding);

  return {
    session: {
      summary,
      status,
      settled,
      versions: safe.versions,
      tails: safe.tails,
      flush: () => {
        paste.finish();
        return flush();
      },
      insertPhotos: photos.insert,
      document: live.document,
      fitMarks,
      selectPlaces: (from, to) => selectPlaces(editor, from, to),
      showHit: find.showHit,
      goTo: (block) => goToBlock(editor, block),
      move: (block, before) => moveBlock(editor, block, before),
      edit,
      decide,
      changes,
      notes,
      holdLine: (change) => holdLine({ editor, page, scroller }, change),
      focus: ({ still } = { still: false }) => {
        if (still) editor.update(() => $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG));
        editor.focus();
      },
    },
    link: (href) => {
      editor.update(() => (href === null ? $unlinkSelection() : $linkSelection(href)));
      editor.focus();
    },
    cleaner,
    snippets,
    commands: [
      ...find.commands,
      ...views.commands,
      ...[
        ...historyCommands(editor, history),
        ...paste.commands,
        ...markCommands(editor),
        ...caseCommands(editor),
        ...tks.commands,
        suggesting.command,
        ...changes.commands,
        ...notes.commands,
        snippets.command,
        ...conversionCommands(editor, board, () => conversionStyle(settings.get())),
        ...linkCommands(editor, linkAsked),
        ...blockCommands(editor),
        ...photos.commands,
        cleaner.command,
      ].map((command) => whileEditable(editor, views.whileShown(command))),
    ],
    close: () => {
      find.stop();
      paste.finish();
      place.flush();
      place.stop();
      safe.finish();
      live.stop();
      stop();
      editor.setRootElement(null);
    },
  };
}
