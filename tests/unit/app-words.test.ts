import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeLeft } from "#renderer/app/deadline.ts";
import { fuzzyFind } from "#renderer/app/fuzzy.ts";
import { plannedText, wordsAgainstPlan } from "#renderer/app/length.ts";
import { saveWords } from "#renderer/app/save-words.ts";
import { fromLocalField, readPlanned, toLocalField } from "#renderer/desk/fact-words.ts";
import { KIND_KEYS, kindOfLetter } from "#renderer/intake/kind-keys.ts";
import { READ_KINDS } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

const NINE = Date.parse("2026-11-22T21:00:00Z");

describe("Time to the deadline", () => {
  it.each([
    ["2026-11-22T23:20:00Z", "far", "due in 2 h 20", "in 2 h 20"],
    ["2026-11-22T22:00:00Z", "far", "due in 1 h", "in 1 h"],
    ["2026-11-22T21:30:00Z", "near", "due in 30 min", "in 30 min"],
    ["2026-11-22T21:00:30Z", "near", "due in 1 min", "in 1 min"],
    ["2026-11-22T21:00:00Z", "late", "due now", "due now"],
    ["2026-11-22T20:55:00Z", "late", "late by 5 min", "5 min late"],
    ["2026-11-25T21:00:00Z", "far", "due in 3 days", "in 3 days"],
  ])("is, for %s, %s: “%s”, or “%s” in the list", (deadline, pressure, text, short) => {
    expect(timeLeft(deadline, NINE)).toEqual({ pressure, text, short });
  });
});

describe("Length against the plan", () => {
  it.each([
    [420, "fits", "30 left"],
    [450, "fits", "to length"],
    [462, "nearly", "12 over"],
    [1450, "over", "1,000 over"],
  ])("%i words for 450 are “%s”: %s", (words, fit, text) => {
    expect(wordsAgainstPlan(words, { amount: 450, unit: "words" })).toEqual({ fit, text });
  });

  it("is not guessed from words where the plan is in lines or inches", () => {
    expect(wordsAgainstPlan(420, { amount: 12, unit: "inches" })).toBeNull();
  });

  it("is said with one word, one line, one inch", () => {
    expect(words().desk.counted({ count: 1, bin: false, narrowed: false })).toBe("1 story");
    expect(words().desk.row.words({ words: 1204 })).toBe("1,204 words");
    expect(plannedText({ amount: 1, unit: "inches" })).toBe("1 inch");
    expect(plannedText({ amount: 1, unit: "lines" })).toBe("1 line");
    expect(plannedText({ amount: 12.5, unit: "inches" })).toBe("12.5 inches");
  });
});

describe("A planned length", () => {
  it.each([
    ["450", 450],
    ["1,200", 1200],
    ["1 200", 1200],
    ["12.5", 12.5],
    ["12,5", 12.5],
  ])("may be written “%s”", (text, amount) => {
    expect(readPlanned(text, "words")).toEqual({ ok: true, value: { amount, unit: "words" } });
  });

  it("is none where the field is empty", () => {
    expect(readPlanned("  ", "lines")).toEqual({ ok: true, value: null });
  });

  it.each(["long", "0", "-3", "2000000"])("is refused as “%s”, which is named", (text) => {
    const read = readPlanned(text, "words");
    expect(read.ok ? "" : read.message).toContain(`“${text}”`);
  });
});

describe("A deadline's field", () => {
  it("shows the very minute that was kept, in any time zone of this machine", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const moment = new Date(Date.UTC(2000, 0, 1) + minute * 60_000).toISOString();
        const back = fromLocalField(toLocalField(moment));
        // In the hour that a clock is set back, two moments share a name.
        expect(toLocalField(back)).toBe(toLocalField(moment));
      }),
    );
  });

  it("is empty for no deadline, and none for an empty field", () => {
    expect([toLocalField(null), fromLocalField("")]).toEqual(["", null]);
  });
});

const AT_MS = new Date(2026, 10, 22, 14, 2, 11).getTime();
const ALL_WELL = { link: "up", isKeptHere: false, nowMs: AT_MS + 440 } as const;

describe("The state line", () => {
  it.each([
    [0, "0.1 s ago"],
    [440, "0.4 s ago"],
    [990, "0.4 s ago"],
    [1_000, "1 s ago"],
    [4_900, "3 s ago"],
    [29_000, "20 s ago"],
    [59_999, "45 s ago"],
    [60_000, "1 min ago"],
    [59 * 60_000, "59 min ago"],
    [60 * 60_000, "at 14:02"],
    [24 * 60 * 60_000, "22 Nov at 14:02"],
    [-5_000, "0.1 s ago"],
  ])("says how long ago the commit was: %d ms are %s", (passedMs, text) => {
    const words = saveWords({ state: "saved", atMs: AT_MS }, { ...ALL_WELL, nowMs: AT_MS + passedMs });
    expect(words).toMatchObject({ text: `Saved on this laptop ${text}`, wrong: false, saved: true });
  });

  it("changes the words about a save a dozen times in its first minute, then once a minute, then never", () => {
    let [changes, nowMs] = [0, AT_MS];
    for (;;) {
      const { nextAtMs } = saveWords({ state: "saved", atMs: AT_MS }, { ...ALL_WELL, nowMs });
      if (nextAtMs === null) break;
      expect(nextAtMs).toBeGreaterThan(nowMs);
      nowMs = nextAtMs;
      changes += 1;
    }
    expect(changes).toBeLessThanOrEqual(12 + 60);
  });

  it.each([
    ["disk-full", "Disk full: your text is kept here and saved as soon as there is room."],
    [
      "not-writable",
      "Disk locked or gone: your text is kept here and saved as soon as it can be written to.",
    ],
    ["unavailable", "The newsroom is not answering: your text is kept here and saved as soon as it does."],
  ])("says of %s why it is not saved, and what Stet does", (code, text) => {
    const words = saveWords({ state: "failed", message: "Why.", code }, { ...ALL_WELL, isKeptHere: true });
    expect(words).toMatchObject({ text: `Not saved. ${text}`, detail: "Why.", wrong: true, saved: false });
  });

  it("does not say that the text is kept where the browser did not keep it", () => {
    const words = saveWords({ state: "failed", message: "Why.", code: "disk-full" }, ALL_WELL);
    expect(words.text).toContain("your text is in this window only");
  });

  it("gives any other reason in the words of whoever refused", () => {
    const words = saveWords({ state: "failed", message: "It is damaged.", code: "damaged" }, ALL_WELL);
    expect(words.text).toBe("Not saved: It is damaged.");
  });

  it("says that the newsroom does not answer, whatever the editor is at", () => {
    const down = { ...ALL_WELL, link: "down" } as const;
    expect(saveWords({ state: "editing" }, down).text).toBe("The newsroom is not answering; trying again.");
    const failed = { state: "failed", message: "gone", code: "internal" } as const;
    expect(saveWords(failed, down).text).toMatch(/^Not saved\. The newsroom is not answering: /);
  });

  it("tells of a save that takes more than two seconds", () => {
    const saving = { state: "saving", sinceMs: AT_MS } as const;
    const at = (nowMs: number) => saveWords(saving, { ...ALL_WELL, isKeptHere: true, nowMs });
    expect(at(AT_MS + 1_900)).toMatchObject({ text: "Saving…", slow: false, nextAtMs: AT_MS + 2_000 });
    expect(at(AT_MS + 2_000)).toMatchObject({
      text: "Still saving: the disk takes its time. Your text is kept here until it has.",
      slow: true,
      wrong: false,
    });
  });
});

describe("The list of commands", () => {
  const titles = [
    "New story",
    "Send to copy",
    "Send to slot",
    "Story facts",
    "Export this story",
    "Underline",
  ];
  const find = (typed: string): readonly string[] => fuzzyFind(typed, titles, (title) => [title]);

  it("shows all of them in their order while nothing is typed", () => {
    expect(find(" ")).toEqual(titles);
  });

  it.each([
    ["copy", "Send to copy"],
    ["stc", "Send to copy"],
    ["exp", "Export this story"],
    ["SF", "Story facts"],
    ["néw", "New story"],
  ])("finds by “%s” first “%s”", (typed, title) => {
    expect(find(typed)[0]).toBe(title);
  });

  it("leaves out what does not have the letters in their order", () => {
    expect(find("ypoc")).toEqual([]);
  });
});

describe("The keys for parts of a source", () => {
  it("are one letter for each kind, and each letter means one kind", () => {
    const letters = KIND_KEYS.map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.every((letter) => /^[a-z]$/.test(letter))).toBe(true);
  });

  it("reach every kind that a part can be", () => {
    expect(KIND_KEYS.map(({ kind }) => kind).toSorted()).toEqual(READ_KINDS.toSorted());
    expect([kindOfLetter("H"), kindOfLetter("x"), kindOfLetter("z")]).toEqual(["headline", "skip", null]);
  });
});
