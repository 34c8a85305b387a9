import { ulid } from "ulid";
import { lateCode } from "#renderer/app/late-part.ts";
import { observable, type MutableObservable, type Observable } from "#renderer/app/observable.ts";
import type { Link } from "#renderer/bridge/standing-road.ts";
import {
  failure,
  type BranchHead,
  type Desk,
  type Failure,
  type OpenStory,
  type StorySummary,
} from "#shared/contract/index.ts";
import { EMPTY_STORY, type StoryDocument } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { sameJson } from "../blocks/same-json.ts";
import { withFirstFields } from "../blocks/new-story.ts";
import type { TakeIn } from "../live/take-in.ts";
import type { Saver } from "../saving/saver.ts";
import type { BothVersions, Choice, MergedTwice, OtherVersion, StoryVersions } from "./story-versions.ts";

/** How often the branches of a story are asked for while somebody else writes on one. */
const LOOK_EVERY_MS = 1_000;
/** How often a choice is tried again while the other window goes on writing. */
const TRIES = 5;
/** As many revisions are looked through for the last one of the story's own line. */
const LAST_REVISIONS = 50;

const settling = lateCode(async () => await import("./settled-text.ts"));

interface FollowOptions {
  readonly desk: Desk;
  readonly link: Observable<Link>;
  readonly summary: MutableObservable<StorySummary>;
  /** The newest version that the window has heard of, which may be newer than the one that was opened. */
  readonly newest: number;
  readonly saver: Saver;
  /** The text on the page. */
  readonly document: () => StoryDocument;
  readonly show: TakeIn;
  /** What this window's branch holds, as acknowledged; null for none. */
  readonly branchText: () => StoryDocument | null;
  /** False while an input method is composing: the text must stay as it is then. */
  readonly mayChange: () => boolean;
}

/** What the session tells, and what it stops when the story goes. */
export interface FollowedNewsroom {
  readonly versions: StoryVersions;
  /** Everything on the page is committed. */
  readonly onSaved: () => void;
  /** This window writes beside the story from now on. */
  readonly onBranch: () => void;
  readonly stop: () => void;
}

/** Somebody wrote between looking and settling: looked at again, it may work. */
const PASSES: ReadonlySet<Failure["code"]> = new Set(["conflict", "not-found"]);

const notSaved = (): Failure => failure("unavailable", words().editor.versions.notSaved);
/** What a refusal is about where there is nothing left to settle. */
const ONE_VERSION = "one-version";
const stillChanging = (): Failure => failure("conflict", words().editor.versions.stillChanging);

/**
 * Keeps the page in step with the newsroom. A window that has nothing of its own to save follows
 * what others save; one that wrote at the same time goes on beside the story, on a branch, until a
 * person has chosen.
 */
export function followNewsroom(options: FollowOptions): FollowedNewsroom {
  const { desk, link, summary, saver, document, show, branchText, mayChange } = options;
  const other = observable<OtherVersion | null>(null);
  const keptTwice = observable<readonly MergedTwice[] | null>(null);
  let newest = Math.max(options.newest, summary.get().version);
  let isCatchingUp = false;
  let isSettling = false;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const story = (): string => saver.target().story;
  const onBranch = (): boolean => saver.target().branch !== null;

  const standOn = ({ id, version, updatedAtMs }: StorySummary): void => {
    newest = Math.max(newest, version);
    saver.moveTo({ story: id, version, savedAtMs: updatedAtMs, branch: null });
  };

  /** Shows what the newsroom holds, where this window has nothing of its own. */
  const catchUp = async (): Promise<void> => {
    const canFollow = (): boolean =>
      !isOver && !onBranch() && saver.isClean() && mayChange() && newest > saver.target().version;
    if (isCatchingUp || !canFollow()) return;
    isCatchingUp = true;
    const opened = await desk.stories.open({ story: story() });
    isCatchingUp = false;
    if (opened.ok) newest = opened.value.summary.version;
    if (!opened.ok || !canFollow() || opened.value.summary.version <= saver.target().version) return;
    show(withFirstFields(opened.value.document), opened.value.document, "elsewhere");
    standOn(opened.value.summary);
    void catchUp();
  };

  /** Who wrote the story's own text last. */
  const lineAuthor = async (): Promise<string> => {
    const answer = await desk.revisions.list({ story: story(), limit: LAST_REVISIONS });
    if (!answer.ok) return "";
    return answer.value.revisions.find(({ branch }) => branch === null)?.author ?? "";
  };

  const headHere = (heads: readonly BranchHead[]): BranchHead | undefined => {
    const { branch } = saver.target();
    return branch === null ? heads.at(-1) : heads.find(({ head }) => head.branch === branch);
  };

  const look = async (): Promise<void> => {
    const answer = await desk.revisions.heads({ story: story() });
    if (!answer.ok || isOver) return;
    const { heads } = answer.value;
    const head = headHere(heads);
    const more = heads.length - 1;
    if (onBranch()) {
      if (head) {
        const by = await lineAuthor();
        if (onBranch()) other.set({ here: "branch", by, atMs: summary.get().updatedAtMs, more });
      } else if (branchText() !== null) void rejoin();
    } else if (head) {
      const { author: by, atMs } = head.head;
      other.set({ here: "story", by, atMs, more });
    } else other.set(null);
  };

  const lookSoon = (): void => {
    looking ??= setTimeout(() => {
      looking = undefined;
      void look();
    }, LOOK_EVERY_MS);
  };

  /** The branch that was left goes into the story whole: what reached it late is in the text already. */
  const closeBranch = async (branch: string): Promise<void> => {
    if (!(await saver.flush()) || onBranch()) return;
    const answer = await desk.revisions.heads({ story: story() });
    const left = answer.ok ? answer.value.heads.find(({ head }) => head.branch === branch) : undefined;
    if (!left) return;
    const { version: base } = saver.target();
    await desk.revisions.settle({
      story: story(),
      head: left.head.id,
      how: "mine",
      base,
      saveId: ulid(),
    });
  };

  /** Somebody has settled this window's branch: it goes on with the story, and with what it typed since. */
  const rejoin = async (): Promise<void> => {
    if (isSettling || isOver) return;
    isSettling = true;
    const { withTypedSince } = await settling.ready();
    const left = await saver.hold(async () => {
      const { branch } = saver.target();
      const opened = await desk.stories.open({ story: story() });
      const before = branchText();
      if (branch === null || !opened.ok || before === null || isOver) return null;
      const stored = opened.value.document;
      const typed = document();
      const text = sameJson(before, typed) ? stored : withTypedSince(before, stored, typed);
      show(text, stored, "elsewhere");
      standOn(opened.value.summary);
      if (text !== stored) saver.touch();
      return branch;
    });
    isSettling = false;
    other.set(null);
    if (left !== null) await closeBranch(left);
    void look();
  };

  const readBoth = async (): Promise<
    Result<BothVersions & { readonly head: BranchHead; readonly opened: OpenStory }, Failure>
  > => {
    const answer = await desk.revisions.heads({ story: story() });
    if (!answer.ok) return answer;
    const head = headHere(answer.value.heads);
    if (!head) return failed(failure("not-found", words().editor.versions.onlyOne, ONE_VERSION));
    const opened = await desk.stories.open({ story: story() });
    if (!opened.ok) return opened;
    const mine = document();
    if (onBranch()) return ok({ mine, theirs: opened.value.document, head, opened: opened.value });
    const branch = await desk.revisions.read({ revision: head.head.id });
    if (!branch.ok) return branch;
    return ok({ mine, theirs: branch.value.document, head, opened: opened.value });
  };

  const forkText = async (fork: string | null): Promise<Result<StoryDocument, Failure>> => {
    if (fork === null) return ok(EMPTY_STORY);
    const read = await desk.revisions.read({ revision: fork });
    return read.ok ? ok(read.value.document) : read;
  };

  /** Settles once; gives `conflict` where somebody wrote meanwhile. */
  const settleOnce = async (choice: Choice): Promise<Result<null, Failure>> => {
    const { settledText, withTypedSince } = await settling.ready();
    return saver.hold(async () => {
      if (!saver.isClean()) return failed(stillChanging());
      const here = onBranch() ? "branch" : "story";
      const both = await readBoth();
      if (!both.ok) return both;
      const { mine, theirs, head, opened } = both.value;
      if (here === "story" && opened.summary.version !== saver.target().version) {
        return failed(stillChanging());
      }
      const fork = choice === "merge" ? await forkText(head.fork) : ok(EMPTY_STORY);
      if (!fork.ok) return fork;
      const held = opened.document;
      const texts = here === "story" ? { story: held, branch: theirs } : { story: held, branch: mine };
      const settled = settledText(choice, { here, mine, fork: fork.value, ...texts });
      const receipt = await desk.revisions.settle({
        story: story(),
        head: head.head.id,
        how: settled.how,
        base: opened.summary.version,
        saveId: ulid(),
        ...(settled.patch === null ? {} : { patch: settled.patch }),
      });
      if (!receipt.ok) return receipt;
      const typed = document();
      const text = sameJson(typed, mine) ? settled.stands : withTypedSince(mine, settled.stands, typed);
      if (!sameJson(text, typed)) show(text, settled.stands, "person");
      newest = Math.max(newest, receipt.value.version);
      saver.moveTo({ story: story(), ...receipt.value, branch: null });
      if (!sameJson(text, settled.stands)) saver.touch();
      keptTwice.set(choice === "merge" ? settled.keptTwice : null);
      return ok(null);
    });
  };

  const settle = async (choice: Choice): Promise<Result<null, Failure>> => {
    if (isSettling) return failed(stillChanging());
    isSettling = true;
    let last: Result<null, Failure> = failed(stillChanging());
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (!(await saver.flush())) {
        last = failed(notSaved());
        break;
      }
      await catchUp();
      last = await settleOnce(choice);
      if (last.ok || last.error.about === ONE_VERSION || !PASSES.has(last.error.code)) break;
    }
    isSettling = false;
    await look();
    return last;
  };

  const onChanged = (changed: StorySummary): void => {
    newest = Math.max(newest, changed.version);
    const { version, branch } = saver.target();
    const isUntouched = changed.version === version && !changed.binned;
    // Written while the story lay in the bin, and nobody else has written since: there is nothing to choose.
    if (branch !== null && isUntouched && branchText() !== null) void settle("mine");
    else void catchUp();
  };

  const stops = [
    desk.stories.on("changed", ({ summary: changed }) => {
      if (changed.id === story()) onChanged(changed);
    }),
    desk.revisions.on("branches", (branches) => {
      if (branches.story !== story()) return;
      if (onBranch() && branches.open === 0 && branchText() !== null) void rejoin();
      else lookSoon();
    }),
    link.subscribe(() => {
      if (link.get() !== "up") return;
      lookSoon();
      newest = Number.POSITIVE_INFINITY;
      void catchUp();
    }),
  ];
  lookSoon();
  void catchUp();

  return {
    versions: {
      other,
      keptTwice,
      putAway: () => keptTwice.set(null),
      read: async () => {
        const both = await readBoth();
        return both.ok ? ok({ mine: both.value.mine, theirs: both.value.theirs }) : both;
      },
      settle,
    },
    onSaved: () => void catchUp(),
    onBranch: lookSoon,
    stop: () => {
      isOver = true;
      clearTimeout(looking);
      for (const stop of stops) stop();
    },
  };
}
