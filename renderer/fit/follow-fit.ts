import { behindLetters } from "#renderer/app/behind-letters.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { Block, BlockId, StoryDocument } from "#shared/document/index.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";
import { followDepths } from "./follow-depths.ts";
import { fitMarks } from "./fit-marks.ts";
import { headlineCode } from "./headline-order.ts";
import { openStory, stopPress, type OpenedIn, type Press } from "./open-story.ts";

type FollowedBench = Pick<Workbench, "bridge" | "page" | "list" | "fit" | "settings">;

function pictures({ blocks }: StoryDocument): string {
  return blocks.flatMap((block) => (block.kind === "photo" ? [block.asset] : [])).join(" ");
}

/** While typing does not stop, the story is set again this often: each time costs a key a frame. */
const NON_STOP_MS = 6_000;

/** After a failure it is tried again, each time after twice as long: a host may be back soon, a broken font is not mended by asking. */
const TRY_AGAIN_MS = 1_000;
const SELDOM_MS = 60_000;

/** One story as it is sent to the composer: what changed, once the editor has come to rest, and never while an answer is awaited. */
class FollowedStory {
  readonly #bench: FollowedBench;
  readonly #session: StorySession;
  readonly #opened: OpenedIn;
  readonly #fail: (why: string) => void;
  readonly #sent = new Map<BlockId, Block>();
  #order: readonly BlockId[] = [];
  #planned: PlannedLength | null = null;
  #isAsking = false;
  #isAskedAgain = false;
  #isOver = false;

  constructor(bench: FollowedBench, session: StorySession, opened: OpenedIn, fail: (why: string) => void) {
    this.#bench = bench;
    this.#session = session;
    this.#opened = opened;
    this.#fail = fail;
  }

  stop(): void {
    this.#isOver = true;
  }

  /** Sets what changed since the last time; nothing is asked where nothing did. */
  async follow(): Promise<void> {
    if (this.#isAsking) {
      this.#isAskedAgain = true;
      return;
    }
    const { blocks } = this.#session.document();
    const planned = this.#bench.page.summary.get()?.facts.planned ?? null;
    const put = blocks.filter((block) => this.#sent.get(block.id) !== block);
    const order = blocks.map(({ id }) => id);
    const isSame =
      put.length === 0 &&
      planned === this.#planned &&
      order.length === this.#order.length &&
      order.every((id, at) => id === this.#order[at]);
    if (isSame) return;
    this.#isAsking = true;
    for (const block of put) this.#sent.set(block.id, block);
    this.#order = order;
    this.#planned = planned;
    const { composer, kit, use } = this.#opened;
    const { fit } = this.#bench;
    const answer = await composer.ask("fit", { order, put, planned });
    await behindLetters();
    if (this.#isOver) return;
    if (!answer.ok) {
      this.#fail(answer.error);
      return;
    }
    fit.state.set({ state: "set", session: this.#session, kit, use, report: answer.value });
    await this.look();
    this.#isAsking = false;
    if (!this.#isAskedAgain) return;
    this.#isAskedAgain = false;
    await this.follow();
  }

  /** Works out what somebody looks at. */
  async look(): Promise<void> {
    const { fit } = this.#bench;
    const { composer } = this.#opened;
    const watched = fit.watched.get();
    if (watched.galley > 0) {
      const galley = await composer.ask("galley", null);
      if (galley.ok && !this.#isOver) fit.galley.set(galley.value);
    }
    if (watched.flagged > 0) {
      const flagged = await composer.ask("flagged", null);
      if (flagged.ok && !this.#isOver) fit.flagged.set(flagged.value);
    }
    if (watched.lineEnds > 0) {
      const lineEnds = await composer.ask("lineEnds", null);
      if (lineEnds.ok && !this.#isOver) fit.lineEnds.set(lineEnds.value);
    }
    if (watched.headlines > 0) {
      const headlines = await composer.ask("headlines", { code: headlineCode(fit, this.#opened) });
      if (headlines.ok && !this.#isOver) fit.headlines.set(headlines.value);
    }
    if (watched.cuts > 0) {
      const cuts = await composer.ask("cuts", null);
      if (cuts.ok && !this.#isOver) fit.cuts.set(cuts.value);
    }
  }
}

/**
 * Sets the story on the page in a worker and follows its edits: what changed is sent when the text
 * has come to rest, never with a key, and seldom while typing does not stop. Gives what ends it.
 */
export function followFit(bench: FollowedBench): () => void {
  const { bridge, page, fit } = bench;
  const press: Press = { composer: null, kit: null };
  let followed: FollowedStory | null = null;
  let stopSession: (() => void) | null = null;
  let turn = 0;
  let patienceMs = TRY_AGAIN_MS;
  let nextTry: ReturnType<typeof setTimeout> | undefined;

  /** The next try begins with a fresh composer: the one that failed may lack what its host could not give. */
  const fail = (session: StorySession, why: string): void => {
    followed?.stop();
    followed = null;
    stopPress(press);
    fit.state.set({ state: "failed", message: why });
    nextTry = setTimeout(() => void begin(session), patienceMs);
    patienceMs = Math.min(SELDOM_MS, patienceMs * 2);
  };

  const begin = async (session: StorySession): Promise<void> => {
    const own = (turn += 1);
    clearTimeout(nextTry);
    followed?.stop();
    followed = null;
    const opened = await openStory(press, bridge.desk, session.summary.get().id, session.document()).catch(
      (error: unknown) =>
        ({ ok: false, error: error instanceof Error ? error.message : String(error) }) as const,
    );
    if (own !== turn) return;
    if (!opened.ok) {
      fail(session, opened.error);
      return;
    }
    patienceMs = TRY_AGAIN_MS;
    followed = new FollowedStory(bench, session, opened.value, (why) => {
      if (own === turn) fail(session, why);
    });
    await followed.follow();
  };

  const onSession = (): void => {
    stopSession?.();
    stopSession = null;
    turn += 1;
    clearTimeout(nextTry);
    patienceMs = TRY_AGAIN_MS;
    followed?.stop();
    followed = null;
    for (const part of [fit.cuts, fit.headlines, fit.galley, fit.flagged, fit.lineEnds, fit.code])
      part.set(null);
    const session = page.session.get();
    fit.state.set({ state: session === null ? "none" : "waiting" });
    if (session === null) return;
    let shown = pictures(session.document());
    let followedMs = performance.now();
    stopSession = session.settled.subscribe(() => {
      const nowMs = performance.now();
      if (!session.settled.get().isAtRest && nowMs - followedMs < NON_STOP_MS) return;
      followedMs = nowMs;
      const now = pictures(session.document());
      if (now === shown) void followed?.follow();
      else {
        shown = now;
        void begin(session);
      }
    });
    void begin(session);
  };

  const again = (): void => {
    const session = page.session.get();
    if (session !== null) void begin(session);
  };
  let desk = page.summary.get()?.facts.desk;
  const stops = [
    page.session.subscribe(onSession),
    page.summary.subscribe(() => {
      const now = page.summary.get()?.facts.desk;
      if (now === desk) void followed?.follow();
      else {
        desk = now;
        again();
      }
    }),
    bridge.desk.kits.on("changed", again),
    bridge.link.subscribe(() => {
      if (bridge.link.get() === "up" && fit.state.get().state === "failed") again();
    }),
    fit.watched.subscribe(() => void followed?.look()),
    fit.code.subscribe(() => void followed?.look()),
    fitMarks(bench),
  ];
  onSession();
  stops.push(followDepths(bench));

  return () => {
    for (const stop of stops) stop();
    stopSession?.();
    turn += 1;
    clearTimeout(nextTry);
    followed?.stop();
    stopPress(press);
  };
}
