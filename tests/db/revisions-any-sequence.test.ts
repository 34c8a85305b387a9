import fc from "fast-check";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { revisionId } from "#main/core/revisions/content-hash.ts";
import { AUTO_REVISION_EVERY_MS } from "#main/core/revisions/story-line.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { anyStory } from "#tests/support/any-story.ts";
import { DAY_MS, deskClock, HOUR_MS, MINUTE_MS, type DeskClock } from "#tests/support/desk-clock.ts";
import { must, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { storiesOnFile, type StoriesOnFile } from "#tests/support/stories-on-file.ts";

type Step =
  | { readonly does: "save" | "branch"; readonly fresh: StoryDocument; readonly keeps: number }
  | { readonly does: "settle"; readonly how: "mine" | "theirs" | "merged"; readonly which: number }
  | { readonly does: "restore"; readonly which: number }
  | { readonly does: "keep" | "leave" | "thin" | "status" }
  | { readonly does: "wait"; readonly ms: number };

const anyEdit = fc.record({ fresh: anyStory(), keeps: fc.integer({ min: 0, max: 9 }) });
const anyNumber = fc.integer({ min: 0, max: 99 });

const anyWait = fc
  .constantFrom(MINUTE_MS, 5 * MINUTE_MS, 5 * MINUTE_MS, 5 * MINUTE_MS, HOUR_MS, 9 * HOUR_MS, 3 * DAY_MS)
  .map((ms): Step => ({ does: "wait", ms }));
const anySave = anyEdit.map((edit): Step => ({ does: "save", ...edit }));

const anyStep: fc.Arbitrary<readonly Step[]> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.tuple(anyWait, anySave), { maxLength: 3 }).map((pairs) => pairs.flat()),
  },
  { weight: 3, arbitrary: anyEdit.map((edit): Step[] => [{ does: "branch", ...edit }]) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        how: fc.constantFrom("mine" as const, "theirs" as const, "merged" as const),
        which: anyNumber,
      })
      .map((settling): Step[] => [{ does: "settle", ...settling }]),
  },
  { weight: 2, arbitrary: anyNumber.map((which): Step[] => [{ does: "restore", which }]) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step[]>([{ does: "keep" }], [{ does: "leave" }], [{ does: "status" }]),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(0, HOUR_MS, 2 * DAY_MS, 40 * DAY_MS)
      .map((ms): Step[] => [{ does: "wait", ms }, { does: "thin" }]),
  },
);

/** So that every sequence is thinned at some time. */
const AT_LAST: readonly Step[] = [{ does: "wait", ms: 40 * DAY_MS }, { does: "thin" }];

/** Some blocks of a story and some of another. */
function edited(from: StoryDocument, fresh: StoryDocument, keeps: number): StoryDocument {
  const kept = from.blocks.filter((_, at) => (at + keeps) % 3 !== 0);
  const ids = new Set(kept.map(({ id }) => id));
  return { ...from, blocks: [...kept, ...fresh.blocks.filter(({ id }) => !ids.has(id))] };
}

/** What a story's history must be able to give back: text by the revision that keeps it, and since when. */
interface Promised {
  readonly document: StoryDocument;
  readonly atMs: number;
}

/** One person with two windows on one story, who believes what the core has acknowledged. */
function onlooker({ stories, revisions }: StoriesOnFile, first: StoryDocument, clock: DeskClock) {
  const opened = must(stories.create({ facts: { slug: "any" }, document: first }));
  const story = opened.summary.id;
  const promised = new Map<string, Promised>();
  const born = new Map<string, readonly string[]>();
  const branchTexts = new Map<string, StoryDocument>();
  let current = opened.document;
  let { version } = opened.summary;
  let count = 0;
  let went = 0;

  const list = () => must(revisions.list(story, null, 500)).revisions;
  /** Whatever got a revision by this step is promised from now on, with the text that stood then. */
  const note = (stood: StoryDocument, now: StoryDocument): void => {
    for (const { id, parents, branch, cause, atMs } of list()) {
      if (!born.has(id)) born.set(id, parents);
      if (promised.has(id) || branch !== null) continue;
      const isBefore = cause === "before-merge" || cause === "before-restore";
      promised.set(id, { document: isBefore ? stood : now, atMs });
    }
  };
  const become = (next: StoryDocument, receipt: { readonly version: number }): void => {
    note(current, next);
    current = next;
    ({ version } = receipt);
  };
  note(current, current);

  const take = (step: Step): void => {
    count += 1;
    const saveId = `step-${String(count)}`;
    switch (step.does) {
      case "save": {
        const next = edited(current, step.fresh, step.keeps);
        const patch = diffDocuments(current, next);
        become(next, must(stories.save({ story, base: version, saveId, patch }, "first window")));
        return;
      }
      case "branch": {
        const document = edited(current, step.fresh, step.keeps);
        const branch = `branch-${String(step.keeps % 3)}`;
        const base = Math.max(1, version - (step.keeps % 2));
        const before = list().find((revision) => revision.branch === branch);
        const made = must(revisions.branch({ story, base, branch, document }));
        const parentAtMs = list().find(({ id }) => id === before?.parents[0])?.atMs ?? -Infinity;
        const isSoon = Math.abs(clock.now() - parentAtMs) < AUTO_REVISION_EVERY_MS;
        if (before?.cause === "auto" && isSoon && made.parents[0] === before.parents[0]) {
          promised.delete(before.id);
        }
        promised.set(made.id, { document, atMs: made.atMs });
        branchTexts.set(branch, document);
        note(current, current);
        return;
      }
      case "settle": {
        const heads = must(revisions.heads(story));
        const head = heads[step.which % heads.length]?.head;
        if (!head) return;
        const theirs = must(revisions.read(head.id)).document;
        const merged = { ...current, blocks: current.blocks.toReversed() };
        const next = step.how === "mine" ? current : step.how === "merged" ? merged : theirs;
        const patch = step.how === "merged" ? { patch: diffDocuments(current, merged) } : {};
        const asked = { story, head: head.id, how: step.how, base: version, saveId, ...patch };
        become({ ...current, blocks: next.blocks }, must(revisions.settle(asked, "first window")));
        return;
      }
      case "restore": {
        const all = list();
        const revision = all[step.which % all.length]?.id ?? "";
        const { document } = must(revisions.read(revision));
        const asked = { story, revision, base: version, saveId };
        become({ ...current, blocks: document.blocks }, must(revisions.restore(asked, "first window")));
        return;
      }
      case "keep":
        must(revisions.keep(story, `name ${String(count)}`));
        break;
      case "leave":
        must(revisions.leave(story));
        break;
      case "status":
        must(stories.setFacts(story, { status: count % 2 === 0 ? "copy" : "desk" }));
        break;
      case "thin":
        went += must(revisions.thin(story));
        break;
      case "wait":
        clock.pass(step.ms);
        break;
    }
    note(current, current);
  };

  /** The revision itself where it is there, else the nearest ancestor that is. */
  const nearest = (id: string, there: ReadonlySet<string>): string => {
    const parent = born.get(id)?.[0];
    return there.has(id) || parent === undefined ? id : nearest(parent, there);
  };

  /** Compares what can be read with what was promised. */
  const look = (): void => {
    const there = new Set(list().map(({ id }) => id));
    const nowMs = clock.now();
    const recent = [...promised].filter(([, { atMs }]) => nowMs - atMs < DAY_MS);
    expect(recent.filter(([id]) => !there.has(id))).toEqual([]);
    for (const [id, { document }] of [...promised].filter(([kept]) => there.has(kept))) {
      expect(must(revisions.read(id)).document.blocks).toEqual(document.blocks);
    }
    for (const [branch, document] of branchTexts) {
      const last = list().find((revision) => revision.branch === branch);
      expect(must(revisions.read(last?.id ?? "")).document).toEqual(document);
    }
    expect(must(stories.open(story)).document.blocks).toEqual(current.blocks);
    for (const { id, parents } of list()) {
      expect(parents).toEqual([...new Set(born.get(id)?.map((parent) => nearest(parent, there)))]);
    }
  };
  return { take, look, thinned: () => went };
}

/** What lies in the tables when nobody has the newsroom open. */
function inspect(path: string): void {
  const sql = new Database(path, { readonly: true });
  try {
    expect(sql.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(sql.pragma("foreign_key_check")).toEqual([]);
    const twice = "SELECT count(*) FROM (SELECT 1 FROM passage GROUP BY story, sha256 HAVING count(*) > 1)";
    expect(sql.prepare(twice).pluck().get()).toBe(0);
    const unused = "SELECT count(*) FROM revision_text t WHERE t.seq NOT IN (SELECT text FROM revision)";
    expect(sql.prepare(unused).pluck().get()).toBe(0);
    const rows = sql.prepare<[], Readonly<Record<string, string>>>(
      `SELECT r.*, s.id AS story_id, lower(hex(t.sha256)) AS text_hash, lower(hex(p.sha256)) AS facts_hash
       FROM revision r JOIN story s ON s.seq = r.story JOIN revision_text t ON t.seq = r.text
       JOIN passage p ON p.seq = r.facts`,
    );
    for (const row of rows.all() as unknown as readonly StoredRevision[]) {
      expect(
        revisionId({
          story: row.story_id,
          text: row.text_hash,
          facts: row.facts_hash,
          parents: JSON.parse(row.born_of) as string[],
          branch: row.branch,
          version: row.version,
          author: row.author,
          atMs: row.at_ms,
          cause: row.cause,
          name: row.name,
        }),
      ).toBe(row.id);
    }
  } finally {
    sql.close();
  }
}

interface StoredRevision {
  readonly id: string;
  readonly story_id: string;
  readonly text_hash: string;
  readonly facts_hash: string;
  readonly born_of: string;
  readonly branch: string | null;
  readonly version: number;
  readonly author: string;
  readonly at_ms: number;
  readonly cause: "auto";
  readonly name: string | null;
}

describe("any sequence of saving, branching, settling, restoring, keeping and thinning", () => {
  it("gives every revision of the last day back exactly, loses no branch, and keeps nothing twice", () => {
    let thinned = 0;
    fc.assert(
      fc.property(anyStory(), fc.array(anyStep, { maxLength: 20 }), (first, steps) => {
        const clock = deskClock();
        const newsroom = storiesOnFile(temporaryFolder(), clock.now);
        try {
          const person = onlooker(newsroom, first, clock);
          for (const step of [...steps.flat(), ...AT_LAST]) {
            person.take(step);
            person.look();
          }
          thinned += person.thinned();
        } finally {
          newsroom.close();
        }
        inspect(newsroom.path);
      }),
      { numRuns: 100 },
    );
    expect(thinned, "revisions that were thinned out on the way").toBeGreaterThan(50);
  }, 120_000);
});
