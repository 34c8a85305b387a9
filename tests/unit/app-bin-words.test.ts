import { describe, expect, it } from "vitest";
import { binnedWords, daysLeftWords } from "#renderer/desk/bin-words.ts";

const AT_MS = new Date(2026, 10, 22, 14, 2).getTime();
const DAY_MS = 24 * 60 * 60 * 1000;

describe("a story in the bin", () => {
  it.each([
    [0, "30 days"],
    [DAY_MS - 1, "30 days"],
    [DAY_MS, "29 days"],
    [28.5 * DAY_MS, "2 days"],
    [29.5 * DAY_MS, "1 day"],
    [30 * DAY_MS, "less than a day"],
    [-DAY_MS, "30 days"],
  ])("says how long it stays, %d ms after it was put there: %s", (passedMs, words) => {
    expect(daysLeftWords({ atMs: AT_MS }, AT_MS + passedMs)).toBe(words);
  });

  it("says when it was put there, by whom and why, as far as that is known", () => {
    const binned = { atMs: AT_MS, why: "", by: "" };
    expect(binnedWords(binned, AT_MS)).toBe("Put in the bin at 14:02");
    expect(binnedWords({ ...binned, by: "Ana Ruiz" }, AT_MS + 3 * DAY_MS)).toBe(
      "Put in the bin by Ana Ruiz on 22 Nov 14:02",
    );
    expect(binnedWords({ ...binned, by: "Ana Ruiz", why: "No second source." }, AT_MS)).toBe(
      "Spiked by Ana Ruiz at 14:02: No second source",
    );
  });
});
