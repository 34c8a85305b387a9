import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk, type DeskHost } from "#main/core/desk.ts";
import { fillSample } from "#main/core/sample/fill-sample.ts";
import { EXPORT_FORMATS, type FoundStory, type OpenStory } from "#shared/contract/index.ts";
import { blockText, NO_PICTURE } from "#shared/document/index.ts";

const PHOTOS = resolve("main/core/sample/photos");
const NOW = Date.UTC(2026, 10, 22, 21, 7);

let home: string;
let host: DeskHost;
let stories: readonly FoundStory[];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "stet-sample-"));
  const abilities = { host: "test", version: "0.1.0" } as const;
  host = await openDesk({ home, openAtOnce: "own", abilities, now: () => NOW });
  const filled = await fillSample(host.desk, NOW);
  if (!filled.ok) throw new Error(filled.error.message);
  const listed = await host.desk.stories.list({});
  if (!listed.ok) throw new Error(listed.error.message);
  stories = listed.value.stories;
});

afterAll(async () => {
  await host.close();
  await rm(home, { recursive: true, force: true });
});

async function openAll(): Promise<readonly OpenStory[]> {
  return Promise.all(
    stories.map(async ({ id }) => {
      const opened = await host.desk.stories.open({ story: id });
      if (!opened.ok) throw new Error(opened.error.message);
      return opened.value;
    }),
  );
}

describe("the sample newsroom", () => {
  it("holds eight stories on several desks, in every state but the last, with deadlines still to come", () => {
    expect(stories).toHaveLength(8);
    expect(new Set(stories.map(({ facts }) => facts.desk))).toEqual(
      new Set(["City", "Region", "Features", "World"]),
    );
    expect(new Set(stories.map(({ facts }) => facts.status))).toEqual(
      new Set(["draft", "desk", "copy", "slot", "ready", "hold"]),
    );
    for (const { facts } of stories) {
      expect(Date.parse(facts.deadline ?? "")).toBeGreaterThan(NOW);
      expect(new Date(facts.deadline ?? "").getUTCMinutes() % 15).toBe(0);
      expect(facts.publicationDate ?? "").toMatch(/^2026-11-2\d$/);
      expect(facts.planned).not.toBeNull();
    }
  });

  it("has every photo in its archive, described by the picture itself", async () => {
    const photos = (await openAll()).flatMap(({ document }) =>
      document.blocks.filter((block) => block.kind === "photo"),
    );
    expect(photos).toHaveLength(5);
    for (const photo of photos) {
      expect(photo.asset).not.toBe(NO_PICTURE);
      const described = await host.desk.photos.describe({ asset: photo.asset });
      if (!described.ok) throw new Error(described.error.message);
      expect(described.value.description.caption).not.toBe("");
      expect(described.value.description.credit).toMatch(/^[^/]+\/Halvern Ledger$/);
      expect(described.value.description.alt).toBe(photo.alt);
      expect(described.value.description.location).toMatch(/, Tarn County, Sund$/);
      expect(described.value.description.disagreements).toEqual([]);
      expect(blockText(photo)).toContain(described.value.description.credit);
    }
  });

  it("goes out in every format with its letters whole", async () => {
    const into = join(home, "out");
    const ids = stories.map(({ id }) => id);
    const formats = [...EXPORT_FORMATS];
    const report = await host.desk.exporting.run({
      stories: ids,
      formats,
      variant: "final",
      pictures: "jpeg",
      into,
      zip: true,
    });
    if (!report.ok) throw new Error(report.error.message);
    const { folder, losses } = report.value;
    expect(losses.filter((loss) => loss.format === "pictures")).toEqual([]);
    expect(await readdir(join(folder, "pictures"))).toHaveLength(5);
    const text = await readFile(join(folder, "treaty-talks.txt"), "utf8");
    for (const word of ["KRASNOŁĘKA", "Erzsébet Szőllős-Kertész", "Žďárec", "Őrs Fűzfő-Tarnóczy", "Dragoş"]) {
      expect(text).toContain(word);
    }
  });
});

describe("the sample's photographs", () => {
  it("are of newspaper size and light enough to keep in the repository", async () => {
    const names = await readdir(PHOTOS);
    expect(names.toSorted()).toEqual(["chamber.jpg", "fog-road.jpg", "gym.jpg", "harbor.jpg", "market.jpg"]);
    for (const name of names) {
      const { width, height, format } = await sharp(join(PHOTOS, name)).metadata();
      expect([width, height, format]).toEqual([1600, 1067, "jpeg"]);
      expect((await stat(join(PHOTOS, name))).size).toBeLessThanOrEqual(150 * 1024);
    }
  });
});
