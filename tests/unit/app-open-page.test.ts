import { describe, expect, it, onTestFinished } from "vitest";
import { openPage, type OpenPage } from "#renderer/app/open-page.ts";
import { exportRun } from "#renderer/export/export-run.ts";
import { lossesByFormats } from "#renderer/export/losses.ts";
import type { Desk, StorySummary } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { deskBut } from "#tests/support/desk-but.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { storyOnScreen } from "#tests/support/story-on-screen.ts";

interface Scene {
  readonly desk: Desk;
  readonly page: OpenPage;
  readonly troubles: readonly string[];
  readonly shown: readonly string[];
  readonly harbor: StorySummary;
  readonly transit: StorySummary;
}

async function scene(): Promise<Scene> {
  const { desk } = await openTestDesk(temporaryFolder());
  const make = async (slug: string): Promise<StorySummary> =>
    must(await desk.stories.create({ facts: { slug }, document: story(paragraph("Text.")) })).summary;
  const [harbor, transit] = [await make("harbor"), await make("transit")];
  const troubles: string[] = [];
  const shown: string[] = [];
  const page = openPage(desk, {
    onTrouble: (sentence) => troubles.push(sentence),
    onShown: (id) => shown.push(id),
  });
  onTestFinished(page.close);
  return { desk, page, troubles, shown, harbor, transit };
}

function openId(page: OpenPage): string | null {
  const state = page.page.get();
  return state.state === "open" ? state.story.summary.id : null;
}

describe("The page", () => {
  it("opens a story and remembers which one", async () => {
    const { page, shown, harbor } = await scene();
    expect(await page.open(harbor.id)).toBe(true);
    expect(openId(page)).toBe(harbor.id);
    expect(shown).toEqual([harbor.id]);
  });

  it("commits the story that it shows before it shows another", async () => {
    const { page, harbor, transit } = await scene();
    await page.open(harbor.id);
    const session = storyOnScreen(harbor, () => true);
    page.setSession(session);
    await page.open(transit.id);
    expect(session.flushes).toBe(1);
    expect(openId(page)).toBe(transit.id);
  });

  it("keeps a story that cannot be saved, and names it", async () => {
    const { page, troubles, harbor, transit } = await scene();
    await page.open(harbor.id);
    page.setSession(storyOnScreen(harbor, () => false));
    expect(await page.open(transit.id)).toBe(false);
    expect(openId(page)).toBe(harbor.id);
    expect(troubles).toEqual([
      "harbor could not be saved, so it stays on the page. The state line says why.",
    ]);
    expect(await page.create({ slug: "new" })).toBeNull();
    expect(openId(page)).toBe(harbor.id);
  });

  it("shows the last of several stories that were asked for in a row", async () => {
    const { page, harbor, transit } = await scene();
    await Promise.all([page.open(harbor.id), page.open(transit.id)]);
    expect(openId(page)).toBe(transit.id);
  });

  it("says why a story does not open", async () => {
    const { page } = await scene();
    expect(await page.open("s_gone")).toBe(false);
    const state = page.page.get();
    expect(state.state === "failed" && state.message.length > 0).toBe(true);
  });

  it("follows the facts of its story, whoever changes them", async () => {
    const { desk, page, harbor, transit } = await scene();
    await page.open(harbor.id);
    must(await desk.stories.setFacts({ story: harbor.id, change: { page: "A1" } }));
    must(await desk.stories.setFacts({ story: transit.id, change: { page: "B7" } }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.summary.get()?.facts).toMatchObject({ slug: "harbor", page: "A1" });
  });
});

describe("An export from the window", () => {
  const how = {
    formats: ["text"],
    variant: "final",
    pictures: "original",
    into: "/nowhere",
    zip: false,
  } as const;

  it("does not send out an old text where the last changes cannot be saved", async () => {
    const { desk, page, harbor } = await scene();
    const asked: unknown[] = [];
    const watched = deskBut(desk, "exporting", {
      run: (request, options) => {
        asked.push(request);
        return desk.exporting.run(request, options);
      },
    });
    await page.open(harbor.id);
    page.setSession(storyOnScreen(harbor, () => false));
    const run = exportRun(watched, page);
    await run.start(harbor.id, how);
    expect(asked).toEqual([]);
    const state = run.state.get();
    expect(state.state === "failed" ? state.message : "").toContain("not saved, so nothing was exported");
  });

  it("can be cancelled, and is then as if it had never begun", async () => {
    const { desk, page, harbor } = await scene();
    const endless = deskBut(desk, "exporting", {
      run: (_request, options) =>
        new Promise((resolve) => {
          options?.onProgress?.({ done: 1, total: 4, doing: { message: "harbor.txt" } });
          options?.signal?.addEventListener("abort", () =>
            resolve({ ok: false, error: { code: "cancelled", message: "Cancelled." } }),
          );
        }),
    });
    const run = exportRun(endless, page);
    const going = run.start(harbor.id, how);
    await Promise.resolve();
    expect(run.state.get()).toEqual({
      state: "running",
      progress: { done: 1, total: 4, doing: { message: "harbor.txt" } },
    });
    run.cancel();
    await going;
    expect(run.state.get()).toEqual({ state: "idle" });
  });

  it("says once what several formats could not carry", () => {
    const losses = [
      { format: "docx", message: "No picture." },
      { format: "text", message: "No picture." },
      { format: "text", message: "No bold." },
    ] as const;
    expect(lossesByFormats(losses.map((loss) => ({ ...loss, story: "s_1" })))).toEqual([
      { formats: "Word (DOCX), Plain text", messages: ["No picture."] },
      { formats: "Plain text", messages: ["No bold."] },
    ]);
  });
});
