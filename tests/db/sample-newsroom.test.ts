import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DeskHost } from "#main/core/desk.ts";
import { makeSample } from "#main/core/sample-newsroom.ts";
import { failure } from "#shared/contract/index.ts";
import { failed, ok } from "#shared/rpc/index.ts";
import { must, openTestDesk, refusal, temporaryFolder } from "#tests/support/newsroom-desk.ts";

function workshop(folder: string): Promise<DeskHost> {
  return openTestDesk(folder, { newsroom: folder });
}

describe("the sample newsroom", () => {
  it("comes with stories and pictures, apart from the person's own", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home);
    const info = must(await host.desk.host.openNewsroom({ kind: "sample" }));
    expect(info.stories).toBeGreaterThan(3);
    const { stories } = must(await host.desk.stories.list({}));
    const illustrated = stories.find(({ photos }) => photos > 0);
    const { document } = must(await host.desk.stories.open({ story: illustrated?.id ?? "" }));
    const [picture] = document.blocks.filter((block) => block.kind === "photo");
    const file = picture && (await host.photoFile(picture.asset));
    expect(existsSync(file?.path ?? "")).toBe(true);
    expect(must(await host.desk.host.openNewsroom({ kind: "own" })).stories).toBe(0);
  });

  it("is filled once: what a person does in it stays", async () => {
    const home = temporaryFolder();
    const host = await openTestDesk(home, { openAtOnce: "sample" });
    const { total } = must(await host.desk.stories.list({}));
    must(await host.desk.stories.create({ facts: { slug: "my-try" } }));
    await host.close();
    const again = await openTestDesk(home, { openAtOnce: "sample" });
    expect(must(await again.desk.host.info(null)).newsroom?.stories).toBe(total + 1);
  });

  it("is not there at all where filling it failed half-way, and is made whole the next time", async () => {
    const home = temporaryFolder();
    const folder = join(home, "sample");
    const stopped = await makeSample(folder, workshop, async (desk) => {
      must(await desk.stories.create({ facts: { slug: "first-of-two" } }));
      return failed(failure("disk-full", "There was room for one only."));
    });
    expect(refusal(stopped).code).toBe("disk-full");
    expect(existsSync(folder)).toBe(false);

    must(
      await makeSample(folder, workshop, async (desk) => {
        for (const slug of ["one", "two"]) must(await desk.stories.create({ facts: { slug } }));
        return ok(null);
      }),
    );
    expect(readdirSync(home)).toEqual(["sample"]);
    const host = await openTestDesk(home, { openAtOnce: "sample" });
    expect(must(await host.desk.host.info(null)).newsroom?.stories).toBe(2);
  });

  it("does not push aside what lies in its place", async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, "sample"));
    writeFileSync(join(home, "sample", "letters.txt"), "somebody's");
    const host = await openTestDesk(home);
    expect(refusal(await host.desk.host.openNewsroom({ kind: "sample" })).message).toContain(
      `${join(home, "sample")}, but other files are there`,
    );
    expect(existsSync(join(home, "sample", "letters.txt"))).toBe(true);
  });
});
