import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { openShell, type Ran, type Shell } from "#tests/support/command-line.ts";
import { kitFile, ledgerKit } from "#tests/support/kits.ts";

let shell: Shell;
beforeEach(() => {
  shell = openShell();
});
afterEach(() => shell.end());

const COPY =
  "The council put off a vote on the harbor plan until spring, after a long evening in which the people of the lower town asked who would pay for the wall and who would drain the fields behind it.";

function seawall(): Promise<string> {
  return shell.story(
    { slug: "seawall", desk: "Metro", planned: { amount: 5, unit: "lines" } },
    story(headline("Seawall waits"), paragraph(COPY)),
  );
}

/** The one line in which a command was refused. */
function refusal({ exitCode, complaints }: Ran): string {
  expect(exitCode).toBe(1);
  expect(complaints).toEqual([expect.not.stringContaining("\n")]);
  return complaints.join();
}

interface FitJson {
  readonly stories: readonly {
    readonly slug: string;
    readonly kit: string;
    readonly spec: string;
    readonly words: number;
    readonly depth: { readonly lines: number; readonly inches: number };
    readonly range: { readonly least: number; readonly most: number };
    readonly planned: { readonly over: number; readonly state: string } | null;
    readonly overset: { readonly lines: number; readonly from: { readonly offset: number } } | null;
    readonly headlines?: readonly { readonly kind: string; readonly lines: number }[];
    readonly cuts?: readonly { readonly characters: number; readonly savesLines: number }[];
  }[];
}

async function fitted(...words: readonly string[]): Promise<FitJson["stories"]> {
  const { out, exitCode } = await shell.stet("fit", ...words, "--json");
  expect(exitCode).toBe(0);
  return (JSON.parse(out) as FitJson).stories;
}

describe("stet fit", () => {
  it("says words, lines, the range, depth, and how far a story is over its plan", async () => {
    await seawall();
    const { out, exitCode } = await shell.stet("fit", "seawall");
    expect(exitCode).toBe(0);
    expect(out).toMatch(
      /^seawall {2}39 words · [789] lines(; \d+–\d+)? · 1\.\d\d in · \d+\.\d picas · \d\.\d cm · \d lines over \(planned 5 lines\)\n {2}set in Stet Broadsheet \/ News/,
    );
    const [one] = await fitted("seawall");
    expect(one).toMatchObject({ slug: "seawall", kit: "Stet Broadsheet", spec: "News", words: 39 });
    expect(one?.planned).toEqual(
      expect.objectContaining({ state: "over", over: (one?.depth.lines ?? 0) - 5 }),
    );
    expect(one?.range.least).toBeLessThanOrEqual(one?.depth.lines ?? 0);
    expect(one?.range.most).toBeGreaterThanOrEqual(one?.depth.lines ?? 0);
  });

  it("runs it into legs and says where the overset begins, and which cuts are cheapest", async () => {
    await seawall();
    const [one] = await fitted("seawall", "--legs", "2x30pt", "--cuts");
    expect(one?.overset).toMatchObject({ lines: (one?.depth.lines ?? 0) - 6 });
    expect(one?.overset?.from.offset).toBeGreaterThan(100);
    expect(one?.cuts?.[0]?.savesLines).toBeGreaterThanOrEqual(1);
    const { out } = await shell.stet("fit", "seawall", "--legs", "2x30pt", "--cuts");
    expect(out).toContain("overset by");
    expect(out).toMatch(/cut \d+ characters, save 1 line: “/);
  });

  it("measures the headline line by line against the order that was given", async () => {
    await shell.story({ slug: "ferry" }, story(headline("Harbor board puts\noff the vote"), paragraph(COPY)));
    const { out } = await shell.stet("fit", "ferry", "--headline", "3-36-1");
    expect(out).toMatch(
      /\n {2}headline 3-36-1: “Harbor board puts” short by \d+\.\d counts \(bad break: verb\) \/ “off the vote” short by \d+\.\d counts · 1 line too many\n/,
    );
    expect((await shell.stet("fit", "ferry", "--headline", "1-60-2")).out).toMatch(
      /“Harbor board puts” over by/,
    );
    expect((await shell.stet("fit", "ferry")).out).not.toContain("headline");
    const [one] = await fitted("ferry", "--headline", "3-36-2");
    expect(one?.headlines?.[0]).toMatchObject({ kind: "headline", lines: 2 });
  });

  it("sets text files, and stories in a kit from a file", async () => {
    await seawall();
    shell.write("harbor.txt", `Harbor plan is put off\n\n${COPY}\n\n${COPY}\n`);
    shell.write("ledger.stetkit", await kitFile());
    const both = await fitted("harbor.txt", "seawall", "--kit", "ledger.stetkit", "--spec", "Column");
    expect(both.map(({ kit, spec }) => `${kit} ${spec}`)).toEqual([
      "Oldmarsh Ledger Column",
      "Oldmarsh Ledger Column",
    ]);
    expect(both[0]?.words).toBeGreaterThan(both[1]?.words ?? 0);
    expect(existsSync(path.join(shell.folder, "newsroom", "kits"))).toBe(false);
  });

  it("refuses in one line what it cannot do, and does the rest", async () => {
    await seawall();
    const { exitCode, out, complaints } = await shell.stet("fit", "nobody", "seawall");
    expect([exitCode, complaints.length, out.startsWith("seawall")]).toEqual([1, 1, true]);
    expect(refusal(await shell.stet("fit", "seawall", "--spec", "Sports"))).toContain(
      "It has: News, Column, Briefs.",
    );
    shell.write("bad.stetkit", "no kit");
    expect(refusal(await shell.stet("fit", "seawall", "--kit", "bad.stetkit"))).toContain(
      "bad.stetkit is no desk kit",
    );
    expect((await shell.stet("fit", "seawall", "--legs", "two")).exitCode).toBe(2);
    expect((await shell.stet("fit", "seawall", "--headline", "big")).exitCode).toBe(2);
  });
});

describe("stet proof", () => {
  it("writes a PDF", async () => {
    await seawall();
    const { exitCode, out } = await shell.stet("proof", "seawall", "--out", "seawall.pdf");
    expect([exitCode, out]).toEqual([0, path.join(shell.folder, "seawall.pdf")]);
    expect(readFileSync(path.join(shell.folder, "seawall.pdf"), "latin1").startsWith("%PDF-1.")).toBe(true);
    expect(readdirSync(shell.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("is an export format too", async () => {
    await seawall();
    const { exitCode } = await shell.stet("export", "seawall", "--format", "proof,text", "--out", "out");
    expect(exitCode).toBe(0);
    const made = readdirSync(path.join(shell.folder, "out", "seawall"));
    expect(made.toSorted()).toEqual(["manifest.json", "seawall.pdf", "seawall.txt"]);
  });

  it("refuses in one line a profile that is none, and a folder that is not there", async () => {
    await seawall();
    shell.write("rgb.icc", "no profile");
    const profile = await shell.stet("proof", "seawall", "--out", "a.pdf", "--profile", "rgb.icc");
    expect(refusal(profile)).toContain("rgb.icc is no CMYK profile");
    expect(refusal(await shell.stet("proof", "seawall", "--out", "no/a.pdf"))).toContain("Make it first");
    expect((await shell.stet("proof", "seawall")).exitCode).toBe(2);
  });
});

describe("stet kit", () => {
  it("takes a kit in, has the newsroom use it, and gives it out as it came", async () => {
    await seawall();
    const file = shell.write("ledger.stetkit", await kitFile());
    const { exitCode, out } = await shell.stet("kit", "import", "ledger.stetkit", "--use");
    expect([exitCode, out]).toEqual([0, expect.stringContaining("Oldmarsh Ledger  News, Column, Briefs")]);
    expect((await shell.stet("fit", "seawall")).out).toContain("set in Oldmarsh Ledger / News");
    expect((await shell.stet("kit", "list")).out.split("\n")).toHaveLength(3);
    await shell.stet("kit", "export", "oldmarsh ledger", "--out", "again.stetkit");
    expect(readFileSync(path.join(shell.folder, "again.stetkit"))).toEqual(readFileSync(file));
  });

  it("refuses a bad one in one line with the place and the reason", async () => {
    const bad = ledgerKit((kit) => ({ ...kit, page: { ...kit.page, columns: 0 } }));
    shell.write("bad.stetkit", await kitFile(bad));
    expect(refusal(await shell.stet("kit", "import", "bad.stetkit"))).toBe(
      "bad.stetkit was not taken in. Page, columns: is less than 1.",
    );
  });
});
