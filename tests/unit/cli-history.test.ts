import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RevisionSummary } from "#shared/contract/index.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { openShell, type Ran, type Shell } from "#tests/support/command-line.ts";
import { drawing, p, run, tracked, wordFile } from "#tests/support/word-file.ts";
import { drawPicture } from "#tests/support/pictures.ts";

let shell: Shell;
beforeEach(() => {
  shell = openShell();
});
afterEach(() => shell.end());

const title = headline("Harbor plan is put off");
const lead = paragraph("The council put off a vote.");

/** A story with a picture that was put in after it was made: two revisions, `first` and what the closing kept. */
async function harbor(): Promise<string> {
  const id = await shell.story({ slug: "harbor" }, story(title, lead));
  shell.write("gates.jpg", new Uint8Array(await drawPicture(64, 48)));
  await shell.stet("photo", "harbor", "gates.jpg", "--caption", "The gates at noon");
  return id;
}

async function revisions(): Promise<readonly RevisionSummary[]> {
  const { out } = await shell.stet("revisions", "harbor", "--json");
  return (JSON.parse(out) as { readonly revisions: readonly RevisionSummary[] }).revisions;
}

/** The one line in which a command was refused. */
function refusal({ exitCode, complaints }: Ran): string {
  expect(exitCode).toBe(1);
  expect(complaints).toEqual([expect.not.stringContaining("\n")]);
  return complaints.join();
}

describe("stet revisions", () => {
  it("lists what was kept of a story, newest first, a line each", async () => {
    await harbor();
    await shell.stet("set", "harbor", "status=copy");
    const { exitCode, out } = await shell.stet("revisions", "harbor");
    expect(exitCode).toBe(0);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(/^[0-9a-f]{10} {2}\S+Z {2}15 words {2}\+0 −0 .*status copy$/),
      expect.stringMatching(/^[0-9a-f]{10} {2}\S+Z {2}15 words {2}\+4 −0 .*changed$/),
      expect.stringMatching(/^[0-9a-f]{10} {2}\S+Z {2}11 words {2}\+11 −0 .*made$/),
    ]);
    expect(refusal(await shell.stet("revisions", "nowhere"))).toContain("nowhere");
  });
});

describe("stet diff", () => {
  it("prints the story with the words that came and went", async () => {
    await harbor();
    const [, made] = await revisions();
    const { exitCode, out } = await shell.stet("diff", "harbor", made?.id.slice(0, 8) ?? "", "now");
    expect(exitCode).toBe(0);
    expect(out.split("\n")).toEqual([
      "  Harbor plan is put off",
      "  The council put off a vote.",
      "+ {+The gates at noon+}",
      "",
      "4 words came, 0 went; 0 blocks changed, 1 came, 0 went, 0 moved.",
    ]);
  });

  it("gives a program the comparison as it is", async () => {
    await harbor();
    const [latest, made] = await revisions();
    const { out } = await shell.stet("diff", "harbor", latest?.id ?? "", made?.id ?? "", "--json");
    expect(JSON.parse(out)).toMatchObject({ summary: { wordsRemoved: 4, blocksRemoved: 1 } });
  });

  it("names a revision that is not there, and where to find one", async () => {
    await harbor();
    const ran = await shell.stet("diff", "harbor", "abcdef", "now");
    expect(refusal(ran)).toMatch(/no revision "abcdef".*stet revisions/);
    expect(refusal(await shell.stet("diff", "harbor", "zz", "now"))).toContain('"zz"');
  });
});

describe("stet diff --file", () => {
  const rewrite = [
    "Harbor plan is put off",
    "By Ana Ruiz",
    "The council put off a vote until March.",
    "Nobody on the council spoke against it on Tuesday night.",
  ].join("\n\n");

  it("prints what a text file has otherwise, and names what the file says nothing of", async () => {
    await harbor();
    shell.write("rewrite.txt", new TextEncoder().encode(rewrite));
    const before = (await shell.stet("show", "harbor", "--text")).out;
    const { exitCode, out } = await shell.stet("diff", "harbor", "--file", "rewrite.txt");
    expect(exitCode).toBe(0);
    expect(out.split("\n")).toEqual([
      "  Harbor plan is put off",
      "+ {+By Ana Ruiz+}",
      "* The council put off a vote{+ until March+}.",
      "  The gates at noon",
      "+ {+Nobody on the council spoke against it on Tuesday night.+}",
      "",
      "15 words came, 0 went; 1 block changed, 2 came, 0 went, 0 moved.",
      "Not in the file, so it stays: photo.",
    ]);
    expect((await shell.stet("show", "harbor", "--text")).out).toBe(before);
  });

  it("reads a Word file as well, its open changes taken as accepted", async () => {
    await harbor();
    const body =
      p("Title", run("Harbor plan is put off")) +
      p(
        "Normal",
        run("The council put off a vote") + tracked("ins", "Ana Ruiz", run(" until March")) + run("."),
      );
    shell.write("rewrite.docx", await wordFile({ body }));
    const { exitCode, out } = await shell.stet("diff", "harbor", "--file", "rewrite.docx");
    expect(exitCode).toBe(0);
    expect(out).toContain("* The council put off a vote{+ until March+}.");
    const imported = await shell.stet("import", "rewrite.docx");
    expect(imported.out).toMatch(/headline 1, paragraph 1 \(Word\)\n\s+1 tracked change is open/u);
    const pictures = { r1: { name: "image1.jpeg", bytes: await drawPicture(64, 48) } };
    shell.write("pier.docx", await wordFile({ body: body + p("Normal", drawing("r1")), pictures }));
    expect((await shell.stet("import", "pier.docx")).out).toContain("\n  1 picture comes along: ");
    shell.write("old.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    expect(refusal(await shell.stet("import", "old.doc"))).toContain("save it as .docx");
  });

  it("says why a file is none, and what to name where neither file nor revisions are", async () => {
    await harbor();
    shell.write("gates.txt", new Uint8Array(await drawPicture(64, 48)));
    shell.write("empty.txt", new Uint8Array());
    expect(refusal(await shell.stet("diff", "harbor", "--file", "gates.txt"))).toContain("gates.txt");
    expect(refusal(await shell.stet("diff", "harbor", "--file", "empty.txt"))).toContain("empty.txt");
    expect(refusal(await shell.stet("diff", "harbor", "--file", "none.txt"))).toContain("is not there");
    const { exitCode, complaints } = await shell.stet("diff", "harbor", "now");
    expect(exitCode).toBe(2);
    expect(complaints.join()).toMatch(/two revisions, or a text file with --file/);
  });
});

describe("stet restore", () => {
  it("puts a whole revision back, and can be taken back the same way", async () => {
    await harbor();
    const before = (await shell.stet("show", "harbor", "--text")).out;
    const [, made] = await revisions();
    const ran = await shell.stet("restore", "harbor", made?.id.slice(0, 10) ?? "");
    expect(ran.out).toMatch(/^s_\w{26} {2}version 3 {2}restored from [0-9a-f]{10}$/);
    expect((await shell.stet("show", "harbor", "--text")).out).not.toContain("noon");
    const kept = (await revisions()).find(({ cause }) => cause === "before-restore");
    await shell.stet("restore", "harbor", kept?.id ?? "");
    expect((await shell.stet("show", "harbor", "--text")).out).toBe(before);
  });

  it("puts one block back and leaves the others", async () => {
    await harbor();
    const [, made] = await revisions();
    const json = (await shell.stet("show", "harbor", "--json")).out;
    const { document } = JSON.parse(json) as { document: { blocks: { id: string; kind: string }[] } };
    const picture = document.blocks.find(({ kind }) => kind === "photo")?.id ?? "";
    const revision = made?.id ?? "";
    const ran = await shell.stet("restore", "harbor", revision, "--block", picture, "--json");
    expect(JSON.parse(ran.out)).toMatchObject({ version: 3, revision: { id: revision } });
    expect((await shell.stet("show", "harbor", "--text")).out).not.toContain("noon");
    const nowhere = await shell.stet("restore", "harbor", revision, "--block", "b_none");
    expect(refusal(nowhere)).toContain('"b_none"');
  });
});

describe("stet bin and stet unbin", () => {
  it("take a story off the desk with a reason, and bring it back", async () => {
    const id = await shell.story({ slug: "harbor" }, story(title, lead));
    expect((await shell.stet("bin", "harbor", "--why", "no second source")).out).toBe(
      `${id}  harbor  in the bin`,
    );
    expect((await shell.stet("list")).out).toBe("No stories.");
    expect((await shell.stet("list", "--binned")).out).toMatch(
      /^s_\w{26} {2}since \S+Z {2}draft {2}harbor .*no second source$/,
    );
    expect(refusal(await shell.stet("set", id, "page=A1"))).toContain("“harbor” lies in the bin");
    expect(refusal(await shell.stet("bin", "harbor"))).toContain('no story "harbor"');
    expect((await shell.stet("unbin", "harbor")).out).toBe(`${id}  harbor  out of the bin`);
    expect((await shell.stet("list")).out).toContain(id);
    expect(refusal(await shell.stet("unbin", "harbor"))).toContain("list --binned");
  });
});
