import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DeskHost } from "#main/core/desk.ts";
import { recoverFile } from "#main/core/recovery/recover-file.ts";
import type { KitSummary } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { broadsheet, kitFile, ledgerKit, specOf } from "#tests/support/kits.ts";
import { must, newStory, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";

async function imported({ desk }: DeskHost): Promise<KitSummary> {
  return must(await desk.kits.import({ name: "ledger.stetkit", bytes: await kitFile() }));
}

function kitFilesIn(newsroom: string): readonly string[] {
  return readdirSync(join(newsroom, "kits"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

const NEWS = (kit: KitSummary) => ({ kit: kit.id, spec: "News" });

describe("the newsroom's kits", () => {
  it("are those that come with Stet and those that were imported, after closing and opening too", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const ledger = await imported(host);
    expect(must(await host.desk.kits.list(null)).kits.map(({ name }) => name)).toEqual([
      "Oldmarsh Ledger",
      "Stet Broadsheet",
      "Stet Tabloid",
    ]);
    await host.close();
    const again = await openTestDesk(home);
    expect(must(await again.desk.kits.read({ kit: ledger.id })).kit).toEqual(ledgerKit());
  });

  it("go out as they came in", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const bytes = await kitFile();
    const { id } = must(await desk.kits.import({ name: "ledger.stetkit", bytes }));
    expect(must(await desk.kits.export({ kit: id }))).toEqual({ name: "Oldmarsh Ledger.stetkit", bytes });
  });

  it("are refused by name with the place and the reason, and nothing is kept of them", async () => {
    const home = temporaryFolder();
    const { desk } = await openTestDesk(home);
    const bytes = (await kitFile()).slice(0, 5000);
    expect(refusal(await desk.kits.import({ name: "half.stetkit", bytes })).message).toContain(
      "half.stetkit",
    );
    expect(must(await desk.kits.list(null)).kits).toHaveLength(2);
  });

  it("are not served where their file was changed", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const { id } = await imported(host);
    await host.close();
    const [file = ""] = kitFilesIn(join(home, "newsroom")).filter((name) => name.endsWith(".json"));
    writeFileSync(file, readFileSync(file, "utf8").replace("Oldmarsh", "Newmarsh"));
    const again = await openTestDesk(home);
    expect(refusal(await again.desk.kits.read({ kit: id })).code).toBe("broken-file");
    const health = must(await again.desk.safety.check(null));
    expect(health.photoTroubles).toMatchObject([{ name: "A desk kit", what: "changed" }]);
  });

  it("are copied with a backup, and brought back from the second folder", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    await imported(host);
    const stick = temporaryFolder();
    const to = temporaryFolder();
    must(await host.desk.safety.backUpNow({ to }));
    const own = kitFilesIn(join(home, "newsroom")).map((path) => readFileSync(path));
    expect(kitFilesIn(to).map((path) => readFileSync(path))).toEqual(own);
    must(await host.desk.safety.setSecondFolder({ folder: stick }));
    must(await host.desk.safety.backUpNow({}));
    const [file = ""] = kitFilesIn(join(home, "newsroom"));
    const bytes = readFileSync(file);
    writeFileSync(file, "spoilt");
    const health = must(await host.desk.safety.check(null));
    expect(health.photoTroubles).toMatchObject([{ what: "changed", refetchedFrom: expect.any(String) }]);
    expect(readFileSync(file)).toEqual(bytes);
  });

  it("come along where a newsroom is recovered from its database file", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const ledger = await imported(host);
    must(await host.desk.kits.choose({ desk: null, choice: NEWS(ledger) }));
    await host.close();
    const out = join(temporaryFolder(), "recovered");
    const { newsroom } = must(await recoverFile(join(home, "newsroom", "newsroom.db"), out, Date.now()));
    const again = await openTestDesk(out, { newsroom });
    expect(must(await again.desk.kits.read({ kit: ledger.id })).kit).toEqual(ledgerKit());
    expect(must(await again.desk.kits.choices(null)).newsroom).toEqual(NEWS(ledger));
  });

  it("say since when they are there and from whom, the newest version of a name first", async () => {
    let nowMs = Date.parse("2026-11-28T20:00:00Z");
    const home = temporaryFolder();
    const host = await openTestDesk(home, { now: () => nowMs });
    must(await host.desk.settings.change({ userName: "Ana Ruiz" }));
    const first = await imported(host);
    expect(first.arrival).toEqual({ atMs: nowMs, by: "Ana Ruiz" });
    nowMs += 60_000;
    must(await host.desk.settings.change({ userName: "Jonas Őry" }));
    const kit = { ...ledgerKit(), note: "Wider" };
    const second = must(await host.desk.kits.save({ kit, replaces: first.id }));
    expect(second.arrival).toEqual({ atMs: nowMs, by: "Jonas Őry" });
    nowMs += 60_000;
    expect((await imported(host)).arrival).toEqual(first.arrival);
    await host.close();
    const { desk } = await openTestDesk(home);
    const { kits } = must(await desk.kits.list(null));
    expect(kits.map(({ id }) => id).slice(0, 2)).toEqual([second.id, first.id]);
    expect(kits.map(({ arrival }) => arrival?.by ?? null)).toEqual(["Jonas Őry", "Ana Ruiz", null, null]);
    must(await desk.kits.remove({ kit: second.id }));
    expect(must(await desk.kits.read({ kit: first.id })).arrival).toEqual(first.arrival);
  });

  it("keep what was edited of them and not saved, for every window and the next start", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const { id } = await imported(host);
    expect(must(await host.desk.kits.draft({ kit: id })).draft).toBeNull();
    const draft = { tree: { name: "Ledger, wider" }, refused: {}, origins: [0] };
    must(await host.desk.kits.keepDraft({ kit: id, draft }));
    await host.close();
    const { desk } = await openTestDesk(home);
    expect(must(await desk.kits.draft({ kit: id })).draft).toEqual(draft);
    must(await desk.kits.keepDraft({ kit: id, draft: null }));
    expect(must(await desk.kits.draft({ kit: id })).draft).toBeNull();
  });

  it("that come with Stet cannot be removed; others can, and what was set in them falls back and says so", async () => {
    const host = await openTestDesk(temporaryFolder());
    const { desk } = host;
    const ledger = await imported(host);
    const { summary } = await newStory(host, story(paragraph("Some copy.")));
    must(await desk.kits.choose({ desk: null, choice: NEWS(ledger) }));
    const ours = must(await desk.kits.list(null)).kits.find(({ isOurs }) => isOurs);
    if (!ours) throw new Error("no kit of Stet's");
    expect(refusal(await desk.kits.remove({ kit: ours.id })).code).toBe("not-here");
    must(await desk.kits.remove({ kit: ledger.id }));
    expect(must(await desk.kits.inUse({ story: summary.id }))).toMatchObject({
      choice: { kit: ours.id, spec: "News" },
      chosenFor: "stet",
      trouble: { message: "The desk kit that was chosen is not there any more." },
    });
  });
});

describe("which kit a story is set in", () => {
  it("is the story's own choice, else its desk's, else the newsroom's, else Stet's", async () => {
    const host = await openTestDesk(temporaryFolder());
    const { desk } = host;
    const ledger = await imported(host);
    const { summary } = await newStory(host, story(paragraph("Some copy.")), { desk: "Metro" });
    const inUse = async () => must(await desk.kits.inUse({ story: summary.id }));
    expect(await inUse()).toMatchObject({ chosenFor: "stet", choice: { spec: "News" }, trouble: null });
    must(await desk.kits.choose({ desk: null, choice: NEWS(ledger) }));
    expect(await inUse()).toMatchObject({ chosenFor: "newsroom", choice: NEWS(ledger) });
    must(await desk.kits.choose({ desk: "Metro", choice: { kit: ledger.id, spec: "Column" } }));
    expect(await inUse()).toMatchObject({ chosenFor: "desk", choice: { spec: "Column" } });
    const own = {
      choice: { kit: ledger.id, spec: "Briefs" },
      legs: { count: 2, depthPt: 432 },
      headline: "1-14-2",
    };
    must(await desk.kits.chooseForStory({ story: summary.id, ...own }));
    expect(await inUse()).toMatchObject({ chosenFor: "story", ...own });
    must(await desk.kits.chooseForStory({ story: summary.id, choice: null, legs: null, headline: null }));
    must(await desk.kits.choose({ desk: "Metro", choice: null }));
    expect(await inUse()).toMatchObject({ chosenFor: "newsroom", legs: null, headline: null });
  });

  it("is refused where the kit has no such column spec", async () => {
    const host = await openTestDesk(temporaryFolder());
    const { id: kit } = await imported(host);
    const { message } = refusal(await host.desk.kits.choose({ desk: null, choice: { kit, spec: "Sports" } }));
    expect(message).toBe(
      "The kit “Oldmarsh Ledger” has no column spec “Sports”. It has: News, Column, Briefs.",
    );
  });

  it("is no setting of the person's", async () => {
    const host = await openTestDesk(temporaryFolder());
    const before = must(await host.desk.settings.read(null));
    must(await host.desk.kits.choose({ desk: null, choice: NEWS(await imported(host)) }));
    expect(must(await host.desk.settings.read(null))).toEqual(before);
  });
});

describe("calibration", () => {
  it("learns the factor of real over composed depth, and takes a measurement back", async () => {
    const host = await openTestDesk(temporaryFolder());
    const { desk } = host;
    const ledger = await imported(host);
    const choice = NEWS(ledger);
    must(await desk.kits.choose({ desk: null, choice }));
    const a = (await newStory(host, story(paragraph("One.")), { slug: "one" })).summary.id;
    const b = (await newStory(host, story(paragraph("Two.")), { slug: "two" })).summary.id;
    must(await desk.kits.measure({ ...choice, story: a, composedPt: 700, realPt: 728 }));
    const both = must(await desk.kits.measure({ ...choice, story: b, composedPt: 300, realPt: 302 }));
    expect(both).toMatchObject({ factor: 1.03, measurements: [{ slug: "two" }, { slug: "one" }] });
    expect(must(await desk.kits.inUse({ story: a }))).toMatchObject({ factor: 1.03, measured: 2 });
    const again = must(await desk.kits.measure({ ...choice, story: a, composedPt: 700, realPt: 700 }));
    expect(again.measurements).toHaveLength(2);
    const one = must(await desk.kits.forgetMeasurement({ ...choice, story: b }));
    expect(one).toMatchObject({ factor: 1, measurements: [{ slug: "one" }] });
    expect(must(await desk.kits.calibration({ kit: ledger.id, spec: "Briefs" }))).toEqual({
      factor: 1,
      measurements: [],
    });
  });

  it("refuses a depth that cannot be of the same text", async () => {
    const host = await openTestDesk(temporaryFolder());
    const choice = NEWS(await imported(host));
    const id = (await newStory(host, story(paragraph("One.")), { slug: "one" })).summary.id;
    const refused = await host.desk.kits.measure({ ...choice, story: id, composedPt: 720, realPt: 72 });
    expect(refusal(refused).message).toContain("Check the unit");
  });
});

describe("an edited kit", () => {
  it("takes the place of the one before wherever that was chosen, and keeps what unchanged column specs learned", async () => {
    const host = await openTestDesk(temporaryFolder());
    const { desk } = host;
    const before = await imported(host);
    const { summary } = await newStory(host, story(paragraph("Some copy.")), { desk: "Metro" });
    must(await desk.kits.choose({ desk: "Metro", choice: NEWS(before) }));
    for (const spec of ["News", "Column"]) {
      must(
        await desk.kits.measure({ kit: before.id, spec, story: summary.id, composedPt: 500, realPt: 510 }),
      );
    }
    const edited = ledgerKit((kit) => ({
      ...kit,
      specs: kit.specs.map((spec) => (spec.name === "News" ? { ...spec, headlineCodes: ["2-24-2"] } : spec)),
    }));
    const after = must(await desk.kits.save({ kit: edited, replaces: before.id }));
    expect(after.id).not.toBe(before.id);
    expect(must(await desk.kits.inUse({ story: summary.id })).choice).toEqual(NEWS(after));
    const learned = async (spec: string) => must(await desk.kits.calibration({ kit: after.id, spec })).factor;
    expect([await learned("News"), await learned("Column")]).toEqual([1, 1.02]);
  });

  it("is refused with the place and the reason, or for a font that is not in the newsroom", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const bad = { ...ledgerKit(), page: { ...ledgerKit().page, columns: 0 } };
    expect(refusal(await desk.kits.save({ kit: bad, replaces: null }))).toMatchObject({
      code: "broken-file",
      message: "The kit was not taken in. Page, columns: is less than 1.",
    });
    const sha256 = `sha256:${"7".repeat(64)}` as const;
    const [font, ...fonts] = ledgerKit().fonts;
    const without = { ...ledgerKit(), fonts: [{ ...font, sha256 }, ...fonts] };
    expect(refusal(await desk.kits.save({ kit: without, replaces: null })).message).toContain(
      "add the font first",
    );
  });

  it("takes a font in with its licence", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const [house] = broadsheet().fonts;
    if (!house) throw new Error("no font");
    const { bytes } = must(await desk.kits.file({ sha256: house.sha256 }));
    const own = new Uint8Array([...bytes, 0]);
    const font = must(await desk.kits.addFont({ name: "Ledger.ttf", bytes: own, licence: "Ours to use." }));
    expect(font).toMatchObject({ family: "Source Serif 4", style: "regular", file: "fonts/Ledger.ttf" });
    const kit = ledgerKit((ledger) => ({ ...ledger, fonts: [font, ...ledger.fonts.slice(1)] }));
    const saved = must(await desk.kits.save({ kit, replaces: null }));
    const { bytes: packed } = must(await desk.kits.export({ kit: saved.id }));
    const other = await openTestDesk(temporaryFolder());
    const taken = must(await other.desk.kits.import({ name: "l.stetkit", bytes: packed }));
    expect(must(await other.desk.kits.file({ sha256: font.sha256 })).bytes).toEqual(own);
    expect(taken.specs).toEqual(kit.specs.map(({ name }) => name));
    expect(specOf(must(await other.desk.kits.read({ kit: taken.id })).kit)).toEqual(specOf(kit));
    const wrong = await desk.kits.addFont({
      name: "x.woff2",
      bytes: new TextEncoder().encode("wOF2...."),
      licence: "x",
    });
    expect(refusal(wrong).message).toContain("made for web pages");
  });
});
