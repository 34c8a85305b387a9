import { describe, expect, it } from "vitest";
import { sortFiles } from "#renderer/intake/dropped-files.ts";
import {
  intakeQueue,
  newStories,
  type IntakeQueue,
  type IntakeState,
} from "#renderer/intake/intake-queue.ts";
import { outsideCopies } from "#renderer/history/outside-copy.ts";
import { ok } from "#shared/rpc/index.ts";
import { INTAKE_MAX_BYTES, type Reading } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { deskBut } from "#tests/support/desk-but.ts";
import { eventually } from "#tests/support/eventually.ts";
import { must, openTestDesk, temporaryFolder } from "#tests/support/newsroom-desk.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { sentences } from "#tests/support/sentences.ts";
import { drawing, p, run, wordFile } from "#tests/support/word-file.ts";

interface Accepted {
  readonly kinds: Readonly<Record<string, string>>;
  readonly slug: string | undefined;
}

/** A queue over a core whose reader takes every line for a paragraph and refuses what holds "bad". */
async function queue(): Promise<{ queue: IntakeQueue; accepted: Accepted[] }> {
  const { desk } = await openTestDesk(temporaryFolder());
  const accepted: Accepted[] = [];
  const withReader = deskBut(desk, "intake", {
    read: ({ incoming }) => {
      const text = incoming.from === "file" ? new TextDecoder().decode(incoming.bytes) : incoming.text;
      const name = incoming.from === "file" ? incoming.name : "Pasted text";
      if (text.includes("bad")) {
        const error = { code: "unsupported-file", message: `${name} is not text.`, about: name } as const;
        return Promise.resolve({ ok: false, error });
      }
      const parts = text.split("\n").map((line, index) => ({
        index,
        kind: "paragraph" as const,
        text: line,
        found: [],
        reason: "a paragraph of the story" as const,
      }));
      const reading: Reading = { name, slug: "proposed", encoding: "UTF-8", parts, warnings: [] };
      return Promise.resolve(ok(reading));
    },
    accept: ({ kinds, slug }) => {
      accepted.push({ kinds, slug });
      return desk.stories.create({ facts: { slug: slug ?? "none" }, document: story(paragraph("Text.")) });
    },
  });
  return { queue: intakeQueue(newStories(withReader)), accepted };
}

const file = (name: string, text: string): File => new File([text], name);

async function atStep(of: IntakeQueue, step: IntakeState["now"]["step"]): Promise<IntakeState> {
  return eventually(of.state, (state) => state.now.step === step);
}

describe("Bringing copy in", () => {
  it("reads a paste, takes what the person changed, and makes the story", async () => {
    const { queue: intake, accepted } = await queue();
    intake.keepText("Head\nBody");
    intake.readText();
    await atStep(intake, "read");
    intake.setKind(0, "headline");
    intake.setLine("  harbor-fire ");
    expect((await intake.take())?.summary.facts.slug).toBe("harbor-fire");
    expect(accepted).toEqual([{ kinds: { "0": "headline" }, slug: "harbor-fire" }]);
    expect(intake.state.get().now).toEqual({ step: "waiting", text: "", trouble: null });
  });

  it("says of a Word file that its pictures come along into a story, and stay out of a comparison", async () => {
    const { desk } = await openTestDesk(temporaryFolder());
    const pictures = { r1: { name: "image1.jpeg", bytes: await drawPicture(60, 40) } };
    const bytes = await wordFile({ body: p("Title", run("Pier")) + p("Normal", drawing("r1")), pictures });
    const warnings = async (of: IntakeQueue<unknown>): Promise<string> => {
      of.addFiles([new File([Uint8Array.from(bytes)], "pier.docx")]);
      const { now } = await eventually(of.state, (state) => state.now.step === "read");
      return now.step === "read" ? sentences(now.reading.warnings).join(" ") : "";
    };
    expect(await warnings(intakeQueue(newStories(desk)))).toMatch(/^1 picture comes along/u);
    expect(await warnings(intakeQueue(outsideCopies(desk)))).toMatch(/^1 picture was left out/u);
  });

  it("does not bring in a story without a slug", async () => {
    const { queue: intake, accepted } = await queue();
    intake.keepText("Head");
    intake.readText();
    await atStep(intake, "read");
    intake.setLine(" ");
    expect(await intake.take()).toBeNull();
    expect(accepted).toEqual([]);
    expect(intake.state.get().now).toMatchObject({ step: "read", trouble: "A story needs a slug." });
  });

  it("keeps a paste that cannot be read in its box, with the reason", async () => {
    const { queue: intake } = await queue();
    intake.keepText("a bad paste");
    intake.readText();
    const { now } = await eventually(
      intake.state,
      ({ now }) => now.step === "waiting" && now.trouble !== null,
    );
    expect(now).toEqual({ step: "waiting", text: "a bad paste", trouble: "Pasted text is not text." });
  });

  it("gives the text back to be mended", async () => {
    const { queue: intake } = await queue();
    intake.keepText("Head\nBody");
    intake.readText();
    await atStep(intake, "read");
    intake.backToText();
    expect(intake.state.get().now).toMatchObject({ step: "waiting", text: "Head\nBody" });
  });

  it("takes several files one after the other, past one that is refused by name", async () => {
    const { queue: intake, accepted } = await queue();
    intake.addFiles([file("one.txt", "One"), file("two.txt", "bad"), file("three.txt", "Three")]);
    expect((await atStep(intake, "read")).waiting).toBe(2);
    must(ok(await intake.take()));
    expect((await atStep(intake, "refused")).now).toEqual({
      step: "refused",
      name: "two.txt",
      message: "two.txt is not text.",
    });
    intake.skip();
    expect((await atStep(intake, "read")).now).toMatchObject({ reading: { name: "three.txt" } });
    await intake.take();
    expect(accepted).toHaveLength(2);
    expect(intake.busy()).toBe(false);
  });

  it("does not read a file that is larger than Stet takes, and says how large it is", async () => {
    const { queue: intake } = await queue();
    intake.addFiles([new File([new Uint8Array(INTAKE_MAX_BYTES + 3 * 1024 * 1024)], "all.txt")]);
    const { now } = await atStep(intake, "refused");
    expect(now.step === "refused" ? now.message : "").toMatch(
      /^all\.txt is 13 MB; Stet takes text of up to 10 MB\./,
    );
  });
});

describe("Dropped files", () => {
  it("are pictures by their type, else by their name; everything else is copy", () => {
    const dropped = [
      new File([], "a.jpg", { type: "image/jpeg" }),
      new File([], "b.TIF"),
      new File([], "c.txt", { type: "text/plain" }),
      new File([], "wire"),
    ];
    const { pictures, copy } = sortFiles(dropped);
    expect(pictures.map(({ name }) => name)).toEqual(["a.jpg", "b.TIF"]);
    expect(copy.map(({ name }) => name)).toEqual(["c.txt", "wire"]);
  });
});
