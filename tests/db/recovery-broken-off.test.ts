import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { must, newStory, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";

it("a recovery that a kill broke off before its report leaves nothing, and the next one does it all", async () => {
  const home = temporaryFolder();
  const host = await openTestDesk(home);
  await newStory(host, story(headline("Fog"), paragraph("The bus waited.")), { slug: "fog" });
  await host.close();
  const newsroom = join(home, "newsroom");
  const database = join(newsroom, "newsroom.db");
  writeFileSync(database, readFileSync(database).fill(7, 0, 4096));
  const brokenOff = join(newsroom, "damaged", "2026-11-22T10-00-00Z");
  mkdirSync(join(brokenOff, "text"), { recursive: true });
  writeFileSync(join(brokenOff, "text", "fog.txt"), "Fog");
  writeFileSync(join(brokenOff, "recovery-report.txt"), "Recovery of a");
  // Somebody's photo that was moved aside on another day is nobody's work in progress.
  const photos = join(newsroom, "damaged", "2026-11-21T10-00-00Z", "photos");
  mkdirSync(photos, { recursive: true });
  writeFileSync(join(photos, "ab"), "not a picture");

  const { desk } = await openTestDesk(home);
  const { report } = must(await desk.safety.recovery(null));
  const folders = readdirSync(join(newsroom, "damaged"));
  expect(folders).toHaveLength(2);
  expect(folders).not.toContain("2026-11-22T10-00-00Z");
  expect(readdirSync(photos)).toEqual(["ab"]);
  expect(readdirSync(report?.damagedFolder ?? "")).toContain("recovery-report.txt");
  expect(must(await desk.stories.list({})).total).toBe(1);
});
