import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  keptRevisions,
  type SharedPassage,
  type ThinnedRevision,
} from "#main/core/revisions/kept-revisions.ts";
import { passageWords, sentencesIn } from "#main/core/revisions/sentences.ts";
import { paragraph, photo } from "#shared/document/builders.ts";
import { NO_PICTURE } from "#shared/document/index.ts";
import { REVISION_CAUSES } from "#shared/contract/index.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#tests/support/desk-clock.ts";

/** Half past an hour in the middle of a day: a moment ago is the same hour, an hour ago the same day. */
const NOW_MS = Date.UTC(2026, 10, 22, 12, 30);
const SAME: SharedPassage = { words: () => "The board met." };

interface Past {
  readonly agoMs: number;
  readonly says?: string;
  readonly more?: Partial<ThinnedRevision>;
}

/** Revisions from the oldest on, each following the one before; those that say nothing of their own say the same. */
function line(...past: readonly Past[]): readonly ThinnedRevision[] {
  return past.map(({ agoMs, says, more }, at) => ({
    id: `r${String(at)}`,
    parents: at === 0 ? [] : [`r${String(at - 1)}`],
    branch: null,
    cause: "auto",
    atMs: NOW_MS - agoMs,
    passages: () => [says === undefined ? SAME : { words: () => says }],
    ...more,
  }));
}

function keptOf(revisions: readonly ThinnedRevision[], current: readonly SharedPassage[] = [SAME]) {
  return [...keptRevisions(revisions, current, NOW_MS)].toSorted();
}

describe("thinning", () => {
  it("keeps everything of the last 24 hours", () => {
    const past = Array.from({ length: 50 }, (_, at) => ({ agoMs: DAY_MS - MINUTE_MS - at * MINUTE_MS }));
    expect(keptOf(line(...past))).toHaveLength(50);
  });

  it("keeps the last of each hour for a month", () => {
    const past = [
      { agoMs: 50 * HOUR_MS },
      { agoMs: 50 * HOUR_MS - 20 * MINUTE_MS },
      { agoMs: 50 * HOUR_MS - 40 * MINUTE_MS },
      { agoMs: 49 * HOUR_MS },
      { agoMs: 48 * HOUR_MS - 59 * MINUTE_MS },
      { agoMs: 1 * HOUR_MS },
    ];
    expect(keptOf(line(...past))).toEqual(["r1", "r3", "r4", "r5"]);
  });

  it("keeps the last of each day after that", () => {
    const past = [
      { agoMs: 41 * DAY_MS + 2 * HOUR_MS },
      { agoMs: 41 * DAY_MS },
      { agoMs: 40 * DAY_MS + HOUR_MS },
      { agoMs: 40 * DAY_MS - HOUR_MS },
      { agoMs: 0 },
    ];
    expect(keptOf(line(...past))).toEqual(["r1", "r3", "r4"]);
  });

  it.each(["first", "import", "status", "named", "branch", "merge"] as const)(
    "never drops one that is %s",
    (cause) => {
      const past = [
        { agoMs: 90 * DAY_MS, more: { cause } },
        { agoMs: 90 * DAY_MS - MINUTE_MS },
        { agoMs: 0 },
      ];
      expect(keptOf(line(...past))).toEqual(["r0", "r1", "r2"]);
    },
  );

  it("keeps both sides of a merge, and the end of every branch", () => {
    const old = 90 * DAY_MS;
    const revisions = line(
      { agoMs: old },
      { agoMs: old, more: { branch: "b", parents: ["r0"] } },
      { agoMs: old, more: { branch: "b" } },
      { agoMs: old, more: { parents: ["r0"] } },
      { agoMs: old, more: { cause: "merge", parents: ["r3", "r1"] } },
      { agoMs: old },
    );
    expect(keptOf(revisions)).toEqual(["r1", "r2", "r3", "r4", "r5"]);
  });

  it("keeps the only copy of a sentence that is younger than 30 days", () => {
    const last = { agoMs: 2 * DAY_MS };
    const says = "The board met. The mayor wept.";
    expect(keptOf(line({ agoMs: 2 * DAY_MS + 1, says }, last, { agoMs: 0 }))).toEqual(["r0", "r1", "r2"]);
    expect(keptOf(line({ agoMs: 31 * DAY_MS + 1, says }, { agoMs: 31 * DAY_MS }, { agoMs: 0 }))).toEqual([
      "r1",
      "r2",
    ]);
  });

  it("lets a sentence go where another that stays, or the text that stands now, has it", () => {
    const says = "The board met. The mayor wept.";
    const early = { agoMs: 2 * DAY_MS + 1, says };
    const last = { agoMs: 2 * DAY_MS };
    expect(keptOf(line(early, last, { agoMs: 0, says: `${says} So.` }))).toEqual(["r1", "r2"]);
    const current = [SAME, { words: () => "On Monday the board met. The mayor  wept. The board met." }];
    expect(keptOf(line(early, last, { agoMs: 0 }), current)).toEqual(["r1", "r2"]);
  });

  it("does not take half a sentence, typed on its way to the whole, for a sentence of its own", () => {
    const past = [
      { agoMs: 2 * DAY_MS + 2, says: "The board m" },
      { agoMs: 2 * DAY_MS + 1, says: "The board met on Tues" },
      { agoMs: 2 * DAY_MS, says: "The board met on Tuesday." },
    ];
    expect(keptOf(line(...past))).toEqual(["r2"]);
  });

  it("keeps one copy of a sentence, the newest, where several would go", () => {
    const says = "A line that was cut.";
    const past = [{ agoMs: 2 * DAY_MS + 2, says }, { agoMs: 2 * DAY_MS + 1, says }, { agoMs: 2 * DAY_MS }];
    expect(keptOf(line(...past))).toEqual(["r1", "r2"]);
  });

  it("drops nothing that lies in the future by a clock that was wrong", () => {
    expect(keptOf(line({ agoMs: -DAY_MS }, { agoMs: -DAY_MS }, { agoMs: -90 * DAY_MS }))).toHaveLength(3);
  });

  it("drops nothing more when it is done again, and nothing of today, whatever the past was", () => {
    const anyPast = fc.record({
      agoMs: fc.integer({ min: 0, max: 60 * DAY_MS }),
      says: fc.constantFrom("One. Two.", "Two.", "Three? Four!", "Four! One.", "One"),
      more: fc.record({
        cause: fc.constantFrom(...REVISION_CAUSES),
        branch: fc.constantFrom(null, null, "b"),
      }),
    });
    fc.assert(
      fc.property(fc.array(anyPast, { maxLength: 40 }), (pasts) => {
        const past = pasts.toSorted((a, b) => b.agoMs - a.agoMs);
        const revisions = line(...past);
        const kept = keptRevisions(revisions, [], NOW_MS);
        const left = revisions.filter(({ id }) => kept.has(id));
        expect([...keptRevisions(left, [], NOW_MS)].toSorted()).toEqual([...kept].toSorted());
        const lasting = revisions.filter(
          ({ atMs, cause }) => NOW_MS - atMs < DAY_MS || cause === "named" || cause === "status",
        );
        expect(lasting.filter(({ id }) => !kept.has(id))).toEqual([]);
        const young = revisions.filter(({ atMs }) => NOW_MS - atMs < 30 * DAY_MS);
        const words = left.flatMap((revision) => revision.passages().map((passage) => passage.words()));
        const sentences = young.flatMap((revision) =>
          revision.passages().flatMap((passage) => sentencesIn(passage.words())),
        );
        for (const sentence of sentences) expect(words.some((text) => text.includes(sentence))).toBe(true);
      }),
    );
  });
});

describe("the sentences of a story", () => {
  it("end with a stop, inside or outside the quotation marks, or with their line", () => {
    expect(sentencesIn("“Will it hold?” he asked. She said: “No.” Then\nCredit line  here\n— \n")).toEqual([
      "“Will it hold?”",
      "he asked.",
      "She said: “No.”",
      "Then",
      "Credit line here",
    ]);
  });

  it("stand in captions, credits, alt texts, notes and blocks from a newer Stet too", () => {
    const picture = photo(NO_PICTURE, "The gates at noon.", "Ben Okoro", "Two gates");
    expect(sentencesIn(passageWords(JSON.stringify(picture)))).toEqual([
      "The gates at noon.",
      "Ben Okoro",
      "Two gates",
    ]);
    expect(
      passageWords(JSON.stringify(paragraph(["One ", { text: "bold", marks: ["bold"] }, " line."]))),
    ).toBe("One bold line.");
    const note = { id: "n_1", kind: "query", by: "u_ana", at: "2026-11-22T09:14:03Z", text: "Which board?" };
    expect(passageWords(JSON.stringify([note]))).toBe("Which board?");
    expect(passageWords(JSON.stringify({ id: "b_1", kind: "scoreTable", rows: [["Norrby", 3]] }))).toContain(
      "Norrby",
    );
  });
});
