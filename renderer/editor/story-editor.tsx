import { IS_APPLE } from "lexical";
import { Suspense, useEffect, useRef, useState } from "react";
import type { CommandBook } from "#renderer/app/commands.ts";
import type { SayLastWord } from "#renderer/bridge/last-word.ts";
import type { Link } from "#renderer/bridge/standing-road.ts";
import type { Tails } from "#renderer/tail/tails.ts";
import type { Desk, OpenStory, Settings } from "#shared/contract/index.ts";
import type { AssetId } from "#shared/document/index.ts";
import { observable, type Observable } from "#renderer/app/observable.ts";
import { shortcutText } from "#renderer/app/keys.ts";
import { latePart } from "#renderer/app/late-part.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import type { LinkAsked } from "./links/edit-link.ts";
import { NoticeList } from "./notices/notice-list.tsx";
import { noticeBoard } from "./notices/notices.ts";
import type { FindRun } from "./find/find-run.ts";
import { openSession, type OpenSession } from "./open-session.ts";
import type { StorySession } from "./story-session.ts";
import type { CleanReport, StoryCleaner } from "./typography/clean-up.ts";
import "./editor.css";
import "./structure/structure.css";
import "./suggesting/changes.css";
import "./notes/notes.css";

const CleanReportPanel = latePart(
  async () => (await import("./typography/clean-report.tsx")).CleanReportPanel,
);

const LinkField = latePart(async () => (await import("./links/link-field.tsx")).LinkField);
const FindBar = latePart(async () => (await import("./find/find-bar.tsx")).FindBar);

export interface StoryEditorProps {
  readonly story: OpenStory;
  /** The newest version of it that this window has heard of: somebody may save while its page is being drawn. */
  readonly newest: () => number;
  readonly desk: Desk;
  /** Gets the editor's commands while it is on screen. */
  readonly commands: CommandBook;
  readonly settings: Observable<Settings>;
  readonly photoAddress: (asset: AssetId) => string;
  /** Gets the session once the story is on the page, and null when it leaves. */
  readonly onSession: (session: StorySession | null) => void;
  /** Sends a save while the page goes away, where the host has a way to do that. */
  readonly lastWord?: SayLastWord;
  readonly link: Observable<Link>;
  /** The folder of the newsroom that the story is in. */
  readonly newsroom: string;
  /** Where this window keeps what the newsroom cannot take. */
  readonly tails: () => Tails;
}

/**
 * One story on its page. It scrolls by itself: give it the height it may have. What it is given
 * first it works with to the end, so give it the story's id as its React key.
 */
export function StoryEditor(props: StoryEditorProps): React.JSX.Element {
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const opened = useRef<OpenSession>(null);
  const [first] = useState(() => ({
    ...props,
    board: noticeBoard(),
    linkAsked: observable<LinkAsked | null>(null),
    cleanReport: observable<CleanReport | null>(null),
    finding: observable<FindRun | null>(null),
  }));
  const { board, linkAsked } = first;
  const [cleaner, setCleaner] = useState<StoryCleaner | null>(null);
  const finding = useObservable(first.finding);
  const hasReport = useObservable(first.cleanReport) !== null;

  useEffect(() => {
    if (!page.current || !scroller.current) return undefined;
    const { commands, onSession, lastWord = null } = first;
    const open = openSession({
      ...first,
      lastWord,
      keysOf: (command) => {
        const keys = commands.commands.get().find(({ id }) => id === command)?.keys ?? null;
        return keys === null ? null : shortcutText(keys, IS_APPLE ? "mac" : "linux");
      },
      tails: first.tails(),
      page: page.current,
      scroller: scroller.current,
    });
    opened.current = open;
    const withdraw = commands.register(open.commands);
    const stopSnippets = open.snippets.follow(commands);
    setCleaner(open.cleaner);
    onSession(open.session);
    return () => {
      onSession(null);
      opened.current = null;
      withdraw();
      stopSnippets();
      open.close();
    };
  }, [first]);

  return (
    <>
      {finding !== null && (
        <Suspense fallback={null}>
          <FindBar run={finding} />
        </Suspense>
      )}
      <div className="story-editor" ref={scroller}>
        <div className="story-page" ref={page} />
        <NoticeList board={board} />
        <Suspense fallback={null}>
          <LinkField
            asked={linkAsked}
            onAnswer={(href) => {
              linkAsked.set(null);
              opened.current?.link(href);
            }}
            onClose={() => {
              linkAsked.set(null);
              opened.current?.session.focus();
            }}
          />
        </Suspense>
      </div>
      {cleaner !== null && hasReport && (
        <Suspense fallback={null}>
          <CleanReportPanel cleaner={cleaner} />
        </Suspense>
      )}
    </>
  );
}
