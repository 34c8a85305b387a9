import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSaver, type Saver, type SaverPorts, type SaveTarget } from "#renderer/editor/saving/saver.ts";
import type { SaveState } from "#renderer/editor/story-session.ts";
import {
  failure,
  type BranchRequest,
  type Failure,
  type RevisionId,
  type RevisionSummary,
  type SaveReceipt,
  type SaveRequest,
} from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import type { Block, DocumentPatch } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";

const COMMIT_MS = 40;

function block(text: string): Block {
  return { ...paragraph(text), id: `b_${text}` };
}

/** A desk with a clock: it commits what it is sent after a while, or refuses it. */
class FakeDesk {
  readonly committed: { readonly atMs: number; readonly request: SaveRequest }[] = [];
  readonly sent: SaveRequest[] = [];
  /** The revision that each save said it puts back. */
  readonly restores: (RevisionId | null)[] = [];
  readonly states: SaveState[] = [];
  version = 7;
  refusal: Failure | null = null;
  losesAnswers = false;
  inFlight = 0;
  mostInFlight = 0;
  copies = 0;
  copyRefusal: Failure | null = null;
  branches = 0;
  branchRefusal: Failure | null = null;
  /** What lies on each branch. */
  readonly onBranches = new Map<string, { readonly base: number; readonly text: readonly string[] }>();
  /** The story is not there any more. */
  isGone = false;
  /** What the person has typed and no patch holds yet. */
  typed: string[] = [];
  /** All that was ever typed. */
  text: string[] = [];

  readonly saver: Saver = createSaver(
    { story: "s_1", version: 7, savedAtMs: 1, branch: null },
    this.#ports(),
  );

  #ports(): SaverPorts {
    let ids = 0;
    return {
      takePatch: () => {
        if (this.typed.length === 0) return null;
        const put = this.typed.map(block);
        this.typed = [];
        return { order: put.map(({ id }) => id), put } satisfies DocumentPatch;
      },
      forgetTaken: () => {
        this.typed = [...this.text];
      },
      document: () => story(...this.text.map(block)),
      save: (request, restores) => {
        this.restores.push(restores);
        return this.#save(request);
      },
      branch: (request) => this.#branch(request),
      keepCopy: () => this.#copy(),
      onState: (state) => this.states.push(state),
      onCommitted: () => undefined,
      onBranch: () => {
        this.branches += 1;
      },
      newId: () => {
        ids += 1;
        return `save-${String(ids)}`;
      },
      nowMs: Date.now,
    };
  }

  async #save(request: SaveRequest): Promise<Result<SaveReceipt, Failure>> {
    this.sent.push(request);
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    await new Promise((resolve) => setTimeout(resolve, COMMIT_MS));
    this.inFlight -= 1;
    if (this.refusal) return failed(this.refusal);
    if (this.isGone && request.story === "s_1") return failed(failure("not-found", "It is gone."));
    const before = this.committed.find(({ request: { saveId } }) => saveId === request.saveId);
    if (!before) {
      if (request.base !== this.version) return failed(failure("conflict", "Somebody else saved it."));
      this.version += 1;
      this.committed.push({ atMs: Date.now(), request });
    }
    if (this.losesAnswers) return failed(failure("unavailable", "The desk did not answer."));
    return ok({ version: this.version, savedAtMs: Date.now() });
  }

  async #branch({ base, branch, document }: BranchRequest): Promise<Result<RevisionSummary, Failure>> {
    await new Promise((resolve) => setTimeout(resolve, COMMIT_MS));
    if (this.branchRefusal) return failed(this.branchRefusal);
    this.onBranches.set(branch, { base, text: document.blocks.map(({ id }) => id.slice(2)) });
    return ok({
      id: "0".repeat(64),
      story: "s_1",
      parents: [],
      author: "",
      atMs: Date.now(),
      cause: "branch",
      name: null,
      status: null,
      branch,
      version: base,
      words: 0,
      wordsAdded: 0,
      wordsRemoved: 0,
      blocksChanged: 0,
    });
  }

  async #copy(): Promise<Result<SaveTarget, Failure>> {
    await new Promise((resolve) => setTimeout(resolve, COMMIT_MS));
    if (this.copyRefusal) return failed(this.copyRefusal);
    this.copies += 1;
    this.typed = [];
    this.version = 1;
    return ok({ story: "s_copy", version: 1, savedAtMs: Date.now(), branch: null });
  }

  type(text: string): void {
    this.typed.push(text);
    this.text.push(text);
    this.saver.touch();
  }

  get state(): SaveState | undefined {
    return this.states.at(-1);
  }

  committedText(): string[] {
    return this.committed.flatMap(({ request }) => request.patch.put.map(({ id }) => id.slice(2)));
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("autosave", () => {
  it("commits within 300 ms of a pause", async () => {
    const desk = new FakeDesk();
    const typedAtMs = Date.now();
    desk.type("word");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.committedText()).toEqual(["word"]);
    expect((desk.committed[0]?.atMs ?? Infinity) - typedAtMs).toBeLessThanOrEqual(300);
  });

  it("commits within a second of any key of non-stop typing", async () => {
    const desk = new FakeDesk();
    const typedAt = new Map<string, number>();
    for (let key = 0; key < 100; key += 1) {
      typedAt.set(String(key), Date.now());
      desk.type(String(key));
      await vi.advanceTimersByTimeAsync(60);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.committedText()).toHaveLength(100);
    for (const { atMs, request } of desk.committed) {
      for (const { id } of request.patch.put) {
        expect(atMs - (typedAt.get(id.slice(2)) ?? 0)).toBeLessThanOrEqual(1_000);
      }
    }
  });

  it("does not save at every key while somebody types", async () => {
    const desk = new FakeDesk();
    for (let key = 0; key < 50; key += 1) {
      desk.type(String(key));
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(desk.sent.length).toBeLessThanOrEqual(5);
  });

  it("says “saved” only once the desk has committed", async () => {
    const desk = new FakeDesk();
    desk.type("word");
    expect(desk.state).toEqual({ state: "editing" });
    await vi.advanceTimersByTimeAsync(200);
    expect(desk.state).toMatchObject({ state: "saving", sinceMs: Date.now() - 20 });
    expect(desk.committed).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(COMMIT_MS);
    expect(desk.state).toEqual({ state: "saved", atMs: desk.committed[0]?.atMs });
  });

  it("sends one save at a time, each on the version that the last one gave", async () => {
    const desk = new FakeDesk();
    for (let key = 0; key < 40; key += 1) {
      desk.type(String(key));
      void desk.saver.flush();
      await vi.advanceTimersByTimeAsync(11);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.mostInFlight).toBe(1);
    expect(desk.committed.map(({ request }) => request.base)).toEqual(desk.committed.map((_, at) => 7 + at));
    expect(desk.committedText()).toHaveLength(40);
  });

  it("saves nothing for a story that was only looked at", async () => {
    const desk = new FakeDesk();
    desk.typed = ["the first empty fields"];
    expect(await desk.saver.flush()).toBe(true);
    expect(desk.saver.lastWords()).toEqual([]);
    expect(desk.sent).toEqual([]);
  });
});

describe("flush", () => {
  it("resolves once everything is committed, typing during the save included", async () => {
    const desk = new FakeDesk();
    desk.type("one");
    const flushed = desk.saver.flush();
    await vi.advanceTimersByTimeAsync(10);
    desk.type("two");
    await vi.advanceTimersByTimeAsync(500);
    expect(await flushed).toBe(true);
    expect(desk.committedText()).toEqual(["one", "two"]);
  });

  it("says so where the text could not be committed", async () => {
    const desk = new FakeDesk();
    desk.refusal = failure("disk-full", "The disk is full.");
    desk.type("one");
    const flushed = desk.saver.flush();
    await vi.advanceTimersByTimeAsync(COMMIT_MS);
    expect(await flushed).toBe(false);
  });
});

describe.each(["disk-full", "not-writable", "unavailable"] as const)("a desk that fails with %s", (code) => {
  it("is tried again by itself, with the text kept and the person told", async () => {
    const desk = new FakeDesk();
    desk.refusal = failure(code, "It cannot be saved just now.");
    desk.type("one");
    await vi.advanceTimersByTimeAsync(3_000);
    desk.type("two");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.state).toEqual({ state: "failed", code, message: "It cannot be saved just now." });
    expect(desk.sent.length).toBeGreaterThan(3);
    desk.refusal = null;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.committedText()).toEqual(["one", "two"]);
    expect(desk.state?.state).toBe("saved");
  });
});

describe("an answer that was lost", () => {
  it("is asked for again under the same save id, so that nothing is applied twice", async () => {
    const desk = new FakeDesk();
    desk.losesAnswers = true;
    desk.type("one");
    await vi.advanceTimersByTimeAsync(1_000);
    desk.losesAnswers = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.committed).toHaveLength(1);
    expect(new Set(desk.sent.map(({ saveId }) => saveId)).size).toBe(1);
    desk.type("two");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.committedText()).toEqual(["one", "two"]);
    expect(desk.state?.state).toBe("saved");
  });
});

describe("a story that somebody else saved meanwhile", () => {
  it("takes this window's text beside it, on one branch, while the person types on", async () => {
    const desk = new FakeDesk();
    desk.version = 9;
    desk.type("mine");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.committed).toEqual([]);
    expect(desk.branches).toBe(1);
    expect(desk.state?.state).toBe("saved");
    desk.type("more");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...desk.onBranches.values()]).toEqual([{ base: 7, text: ["mine", "more"] }]);
    expect(desk.saver.target()).toMatchObject({ story: "s_1", version: 7 });
    expect(desk.committed).toEqual([]);
  });

  it("commits to the branch within a second of any key of non-stop typing, as to the story", async () => {
    const desk = new FakeDesk();
    desk.version = 9;
    let worstMs = 0;
    for (let key = 0; key < 100; key += 1) {
      desk.type(String(key));
      await vi.advanceTimersByTimeAsync(60);
      worstMs = Math.max(worstMs, Date.now() - (desk.saver.unsafeSinceMs() ?? Date.now()));
    }
    expect(worstMs).toBeLessThanOrEqual(1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...desk.onBranches.values()][0]?.text).toHaveLength(100);
  });

  it("keeps trying where even the branch cannot be stored", async () => {
    const desk = new FakeDesk();
    desk.version = 9;
    desk.branchRefusal = failure("disk-full", "The disk is full.");
    desk.type("mine");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.state).toMatchObject({ state: "failed", code: "disk-full" });
    desk.branchRefusal = null;
    await vi.advanceTimersByTimeAsync(20_000);
    expect([...desk.onBranches.values()][0]?.text).toEqual(["mine"]);
    expect(desk.state?.state).toBe("saved");
  });

  it("hands the whole text to the branch when the page goes away", async () => {
    const desk = new FakeDesk();
    desk.version = 9;
    desk.type("mine");
    await vi.advanceTimersByTimeAsync(1_000);
    desk.type("last");
    const words = desk.saver.lastWords();
    expect(words.map(({ to }) => to)).toEqual(["branch"]);
    expect(JSON.stringify(words)).toContain("b_last");
  });
});

describe("a story that was put in the bin meanwhile", () => {
  it("takes this window's last words beside it", async () => {
    const desk = new FakeDesk();
    desk.refusal = failure("binned", "It lies in the bin.");
    desk.type("mine");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([...desk.onBranches.values()]).toEqual([{ base: 7, text: ["mine"] }]);
    expect(desk.state?.state).toBe("saved");
  });
});

describe("a story that is gone", () => {
  it("becomes a story of its own, and goes on there", async () => {
    const desk = new FakeDesk();
    desk.isGone = true;
    desk.type("mine");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.copies).toBe(1);
    desk.type("more");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.committed.map(({ request }) => request.story)).toEqual(["s_copy"]);
    expect(desk.state?.state).toBe("saved");
  });

  it("keeps trying where even that cannot be stored", async () => {
    const desk = new FakeDesk();
    desk.isGone = true;
    desk.copyRefusal = failure("disk-full", "The disk is full.");
    desk.type("mine");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(desk.state).toMatchObject({ state: "failed", code: "disk-full" });
    desk.copyRefusal = null;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.copies).toBe(1);
    expect(desk.state?.state).toBe("saved");
  });
});

describe("work between two saves", () => {
  it("waits for the save under way, and holds the next one back until it is done", async () => {
    const desk = new FakeDesk();
    desk.type("one");
    await vi.advanceTimersByTimeAsync(190);
    const seen: number[] = [];
    const held = desk.saver.hold(async () => {
      seen.push(desk.inFlight);
      desk.type("two");
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      seen.push(desk.committed.length);
    });
    await vi.advanceTimersByTimeAsync(2_500);
    await held;
    expect(seen).toEqual([0, 1]);
    expect(desk.committedText()).toEqual(["one", "two"]);
  });
});

describe("a story that leaves the screen", () => {
  it("is committed even where that takes several tries, and leaves no timer behind", async () => {
    const desk = new FakeDesk();
    desk.refusal = failure("disk-full", "The disk is full.");
    desk.type("one");
    void desk.saver.finish();
    await vi.advanceTimersByTimeAsync(5_000);
    desk.refusal = null;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(desk.committedText()).toEqual(["one"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a page that goes away", () => {
  it("hands over the save that is on its way and what was typed since, in order", async () => {
    const desk = new FakeDesk();
    desk.type("one");
    await vi.advanceTimersByTimeAsync(200);
    desk.type("two");
    const words = desk.saver.lastWords();
    const saves = words.flatMap((word) => (word.to === "story" ? [word.request] : []));
    expect(saves.map(({ base, patch }) => [base, patch.put.map(({ id }) => id)])).toEqual([
      [7, ["b_one"]],
      [8, ["b_two"]],
    ]);
    expect(saves[0]?.saveId).toBe(desk.sent[0]?.saveId);
  });

  it("has nothing to say where all is committed", async () => {
    const desk = new FakeDesk();
    desk.type("one");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.saver.lastWords()).toEqual([]);
  });
});

describe("a save that puts a revision back", () => {
  it("names the revision once, and again where it was not answered", async () => {
    const desk = new FakeDesk();
    desk.saver.restores("r1");
    desk.losesAnswers = true;
    desk.type("one");
    await vi.advanceTimersByTimeAsync(400);
    desk.losesAnswers = false;
    await vi.advanceTimersByTimeAsync(2_000);
    desk.type("two");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desk.restores).toEqual(["r1", "r1", null]);
    expect(desk.committedText()).toEqual(["one", "two"]);
  });
});
