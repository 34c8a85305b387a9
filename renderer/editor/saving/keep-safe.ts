import type { HistoryState } from "@lexical/history";
import type { LexicalEditor } from "lexical";
import type { MutableObservable, Observable } from "#renderer/app/observable.ts";
import type { SayLastWord } from "#renderer/bridge/last-word.ts";
import type { Link } from "#renderer/bridge/standing-road.ts";
import { offerTails, tailWords } from "#renderer/tail/tail-offers.ts";
import type { OfferedTails } from "#renderer/tail/offered-tail.ts";
import { tailKeeper } from "#renderer/tail/tail-keeper.ts";
import type { Tails } from "#renderer/tail/tails.ts";
import { failure, type Desk, type OpenStory, type StorySummary } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { failed, ok } from "#shared/rpc/result.ts";
import type { LiveStory } from "../live/live-story.ts";
import { takeIn } from "../live/take-in.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import type { SaveState } from "../story-session.ts";
import { followNewsroom } from "../versions/follow-newsroom.ts";
import type { StoryVersions } from "../versions/story-versions.ts";
import { saveStory } from "./save-story.ts";
import type { Saver } from "./saver.ts";

interface KeepSafeOptions {
  readonly desk: Desk;
  readonly link: Observable<Link>;
  /** The folder of the newsroom. */
  readonly newsroom: string;
  readonly tails: Tails;
  readonly opened: OpenStory;
  readonly newest: () => number;
  readonly summary: MutableObservable<StorySummary>;
  readonly editor: LexicalEditor;
  readonly history: HistoryState;
  readonly live: LiveStory;
  readonly board: NoticeBoard;
  readonly onState: (state: SaveState) => void;
  readonly lastWord: SayLastWord | null;
}

/** The whole safety of one open story: saved, followed, and kept in the browser where it cannot be saved. */
export interface SafeStory {
  readonly saver: Saver;
  readonly versions: StoryVersions;
  readonly tails: OfferedTails;
  /** Whether what is not saved lies in the browser at least. */
  readonly isKeptHere: Observable<boolean>;
  /** The story may have changed. Costs nothing: call it with every keystroke. */
  readonly touch: () => void;
  /** The page goes away, perhaps for good: hands over what is left. */
  readonly lastWords: () => void;
  /** The story leaves the screen: commits what is left, for as long as that takes. */
  readonly finish: () => void;
}

/** Keeps an open story safe from its first key to its last. */
export function keepSafe(options: KeepSafeOptions): SafeStory {
  const { desk, link, newsroom, tails, opened, summary, editor, history, live, board, lastWord } = options;
  const { saver, branchText } = saveStory({
    desk,
    summary,
    live,
    board,
    onState: (state) => {
      options.onState(state);
      if (state.state === "failed") keeper.refused();
      else if (state.state === "saved") followed.onSaved();
    },
    onCommitted: () => keeper.committed(),
    onBranch: () => followed.onBranch(),
  });

  const keeper = tailKeeper({
    store: tails.store,
    unsafeSinceMs: saver.unsafeSinceMs,
    nowMs: Date.now,
    tail: () => {
      const { story, version: base, branch } = saver.target();
      const pending = saver.pending();
      return {
        newsroom,
        story,
        window: tails.windows.here,
        atMs: Date.now(),
        slug: summary.get().facts.slug,
        base,
        branch,
        pending: pending?.to === "story" ? pending.request : null,
        document: live.document(),
      };
    },
  });

  const show = takeIn(editor, history, live);
  const followed = followNewsroom({
    desk,
    link,
    summary,
    newest: options.newest(),
    saver,
    document: live.document,
    show,
    branchText,
    mayChange: () => !editor.isComposing(),
  });

  const offerer = offerTails({
    desk,
    store: tails.store,
    windows: tails.windows,
    newsroom,
    opened,
    putInto: async (from, tail) => {
      const { withTail } = await tailWords.ready();
      show(withTail(from, live.document(), tail).document, null, "person");
      if (await saver.flush()) return ok(null);
      return failed(failure("unavailable", words().editor.saving.keptHere));
    },
  });

  return {
    saver,
    versions: followed.versions,
    tails: offerer.offers,
    isKeptHere: keeper.isKept,
    touch: () => {
      saver.touch();
      keeper.touch();
    },
    lastWords: () => {
      const { story } = saver.target();
      const words = saver.lastWords();
      const isHandedOver = link.get() === "up" && words.every((one) => lastWord?.(one) === true);
      if (!isHandedOver) keeper.flush();
      lastWord?.({ to: "leave", story });
    },
    finish: () => {
      const { story } = saver.target();
      followed.stop();
      offerer.stop();
      keeper.stop();
      void saver.finish().then((isSaved) => (isSaved ? desk.revisions.leave({ story }) : null));
    },
  };
}
