import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "#main/cli/fact-words.ts";
import { readTime } from "#main/cli/local-time.ts";
import { storyFactsChangeSchema } from "#shared/newsroom/index.ts";

const NOW = new Date(2026, 10, 22, 9, 14, 3);

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function refusal(...words: readonly string[]): string {
  const read = readFacts(words, NOW);
  if (read.ok) throw new Error(`taken: ${JSON.stringify(read.value)}`);
  return read.error;
}

describe("what `stet set` understands", () => {
  it.each([
    ["slug=transit-tax", { slug: "transit-tax" }],
    ["desk=Metro", { desk: "Metro" }],
    ["section=Local & state", { section: "Local & state" }],
    ["edition=", { edition: "" }],
    ["page=A1", { page: "A1" }],
    ["planned=600w", { planned: { amount: 600, unit: "words" } }],
    ["planned=600 words", { planned: { amount: 600, unit: "words" } }],
    ["planned=20l", { planned: { amount: 20, unit: "lines" } }],
    ["planned=20 lines", { planned: { amount: 20, unit: "lines" } }],
    ["planned=12.5in", { planned: { amount: 12.5, unit: "inches" } }],
    ["planned=1 Inch", { planned: { amount: 1, unit: "inches" } }],
    ["planned=", { planned: null }],
    ["deadline=2026-11-22T18:30:00Z", { deadline: "2026-11-22T18:30:00.000Z" }],
    ["deadline=2026-11-22T18:30:00+02:00", { deadline: "2026-11-22T16:30:00.000Z" }],
    ["deadline=", { deadline: null }],
    ["embargo=2026-12-01T06:00:00Z", { embargo: "2026-12-01T06:00:00.000Z" }],
    ["status=copy", { status: "copy" }],
    ["printStatus=placed", { printStatus: "placed" }],
    ["assignee=J. O’Dea = copy", { assignee: "J. O’Dea = copy" }],
    ["priority=1", { priority: 1 }],
    ["priority=", { priority: null }],
    ["publicationDate=2026-11-23", { publicationDate: "2026-11-23" }],
    ["needs=legal, picture", { needs: ["legal", "picture"] }],
    ["needs=", { needs: [] }],
    ["noteToDesk=Check the vote count.", { noteToDesk: "Check the vote count." }],
  ])("takes %s", (word, change) => {
    expect(readFacts([word], NOW)).toEqual({ ok: true, value: change });
  });

  it("takes several at once, the last one where one is named twice", () => {
    expect(readFacts(["desk=Metro", "page=A1", "page=A3"], NOW)).toEqual({
      ok: true,
      value: { desk: "Metro", page: "A3" },
    });
  });

  it("takes a time on this machine's clock", () => {
    const here = new Date(2026, 10, 23, 6, 5).toISOString();
    for (const word of [
      "deadline=2026-11-23 06:05",
      "deadline=2026-11-23T06:05",
      "deadline=2026-11-23 6:05:00",
    ])
      expect(readFacts([word], NOW), word).toEqual({ ok: true, value: { deadline: here } });
  });

  it("takes an hour alone for today", () => {
    const today = new Date(2026, 10, 22, 18, 30).toISOString();
    expect(readFacts(["deadline=18:30"], NOW)).toEqual({ ok: true, value: { deadline: today } });
  });

  it("names every key where it knows none of that name", () => {
    expect(refusal("dsk=Metro")).toMatch(/"dsk".*slug, desk, section.*noteToDesk/);
    expect(refusal("toString=x")).toMatch(/"toString"/);
    expect(refusal("=x")).toMatch(/""/);
  });

  it("asks for a value where there is none", () => {
    expect(refusal("desk")).toMatch(/desk=VALUE/);
  });

  it.each([
    ["planned=600km", /planned cannot be "600km".*600w, 20l, 12in/],
    ["planned=-3w", /planned/],
    ["planned=0w", /planned/],
    ["planned=words", /planned/],
    ["deadline=tomorrow", /deadline cannot be "tomorrow".*18:30/],
    ["deadline=2026-02-30 10:00", /deadline/],
    ["deadline=25:00", /deadline/],
    ["deadline=2026-13-01T10:00:00Z", /deadline/],
    ["status=done", /status cannot be "done".*draft, desk, copy/],
    ["slug=", /slug cannot be "".*1 to 80 characters/],
    [`slug=${"x".repeat(81)}`, /slug/],
    [`page=${"x".repeat(201)}`, /page/],
    ["priority=7", /priority.*1 \(flash\) to 6/],
    ["priority=high", /priority/],
    ["publicationDate=22.11.2026", /publicationDate.*2026-11-22/],
    ["needs=money", /needs.*legal,picture/],
  ])("refuses %s and says what would be right", (word, sentence) => {
    expect(refusal(word)).toMatch(sentence);
  });

  it("sets nothing where one of several is wrong", () => {
    expect(refusal("desk=Metro", "status=done")).toMatch(/status/);
  });

  it("never gives facts that a story would not take, whatever the words", () => {
    const key = fc.constantFrom(
      "slug",
      "desk",
      "planned",
      "deadline",
      "status",
      "priority",
      "needs",
      "publicationDate",
    );
    fc.assert(
      fc.property(key, fc.oneof(fc.string(), fc.stringMatching(/^[0-9:T \-.wlin]{0,20}$/)), (name, value) => {
        const read = readFacts([`${name}=${value}`], NOW);
        expect(!read.ok || storyFactsChangeSchema.safeParse(read.value).success).toBe(true);
      }),
    );
  });
});

describe("a time on this machine's clock", () => {
  it("is the instant that the clock would show, for any minute of any day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(1990, 0, 1), max: new Date(2090, 0, 1), noInvalidDate: true }),
        (instant) => {
          const time = new Date(instant);
          time.setSeconds(0, 0);
          const day = `${String(time.getFullYear())}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
          const read = readTime(`${day} ${two(time.getHours())}:${two(time.getMinutes())}`, NOW);
          const shown = new Date(read ?? 0);
          expect([shown.getDate(), shown.getHours(), shown.getMinutes()]).toEqual([
            time.getDate(),
            time.getHours(),
            time.getMinutes(),
          ]);
        },
      ),
    );
  });
});
