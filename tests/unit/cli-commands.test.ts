import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordVersion } from "#main/core/db/recorded-version.ts";
import { headline, paragraph, photo, story, textBlock } from "#shared/document/builders.ts";
import { NO_PICTURE } from "#shared/document/index.ts";
import { editedHarbor } from "#tests/support/edited-harbor.ts";
import { openShell, type Ran, type Shell } from "#tests/support/command-line.ts";
import { drawPicture, pictureSaying } from "#tests/support/pictures.ts";

let shell: Shell;
beforeEach(() => {
  shell = openShell();
});
afterEach(() => shell.end());

const HARBOR = `Harbor plan is put off

By Ana Ruiz and Tom Weld
Valley News

SPOKANE, Wash. — The council put off a vote on the harbor plan until spring.

The plan would cost $4 million, the mayor said.
`;

function harbor(): ReturnType<typeof story> {
  return story(
    headline("Harbor plan is put off"),
    paragraph("The council put off a vote, “for now.”"),
    textBlock("tagline", "Ana Ruiz covers the port."),
  );
}

interface StoryJson {
  readonly summary: {
    readonly id: string;
    readonly version: number;
    readonly facts: Readonly<Record<string, unknown>>;
  };
  readonly document: { readonly blocks: readonly Readonly<Record<string, unknown>>[] };
}

async function shown(id: string): Promise<StoryJson> {
  const { out } = await shell.stet("show", id, "--json");
  return JSON.parse(out) as StoryJson;
}

/** The one line in which a command was refused; fails where it was not, or not on one line. */
function refusal({ exitCode, complaints }: Ran): string {
  expect(exitCode).toBe(1);
  expect(complaints).toEqual([expect.not.stringContaining("\n")]);
  return complaints.join();
}

describe("stet import", () => {
  it("makes a story of a text file and says what it took for what", async () => {
    shell.write("harbor.txt", HARBOR);
    const { exitCode, out } = await shell.stet("import", "harbor.txt");
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^s_\w{26} {2}\S+ {2}.*headline 1.*byline/);
    const { out: text } = await shell.stet("list");
    expect(text).toContain("Harbor plan is put off");
  });

  it("keeps what it can of several files, names those that fail, and exits with 1", async () => {
    shell.write("harbor.txt", HARBOR);
    shell.write("empty.txt", "");
    shell.write("noise.txt", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]));
    const ran = await shell.stet("import", "empty.txt", "gone.txt", "noise.txt", "harbor.txt", ".");
    expect(ran.exitCode).toBe(1);
    expect(ran.complaints).toHaveLength(4);
    expect(ran.complaints[0]).toMatch(/empty\.txt/);
    expect(ran.complaints[1]).toMatch(/gone\.txt is not there/);
    expect(ran.complaints[2]).toMatch(/noise\.txt/);
    expect(ran.complaints[3]).toMatch(/folder/);
    const { out } = await shell.stet("list", "--json");
    expect(JSON.parse(out)).toMatchObject({ total: 1 });
  });

  it("tells a program the id, the slug and the kinds", async () => {
    shell.write("harbor.txt", HARBOR);
    const { out } = await shell.stet("import", "harbor.txt", "--json");
    const { imported } = JSON.parse(out) as {
      imported: { id: string; recognised: Record<string, number> }[];
    };
    expect(imported).toHaveLength(1);
    expect(imported[0]?.id).toMatch(/^s_/);
    expect(imported[0]?.recognised["headline"]).toBe(1);
  });

  it("refuses a file above 10 MB before it reads it", async () => {
    shell.write("long.txt", Buffer.alloc(11 * 1024 * 1024, "a "));
    expect(refusal(await shell.stet("import", "long.txt"))).toMatch(/long\.txt is 11 MB.*10 MB/);
  });
});

describe("stet list", () => {
  it("says that there is nothing yet", async () => {
    expect(await shell.stet("list")).toEqual({ exitCode: 0, out: "No stories.", complaints: [] });
  });

  it("finds stories by words, status and desk", async () => {
    await shell.story({ slug: "harbor", desk: "Metro", status: "copy" }, harbor());
    await shell.story(
      { slug: "bees", desk: "Science" },
      story(headline("Bees are back"), paragraph("Hives hum.")),
    );
    const slugs = async (...words: string[]): Promise<string[]> => {
      const { out } = await shell.stet("list", "--json", ...words);
      return (JSON.parse(out) as { stories: { facts: { slug: string } }[] }).stories.map(
        ({ facts }) => facts.slug,
      );
    };
    expect(await slugs("--order", "slug")).toEqual(["bees", "harbor"]);
    expect(await slugs("--words", "council vot")).toEqual(["harbor"]);
    expect(await slugs("--status", "copy,slot")).toEqual(["harbor"]);
    expect(await slugs("--desk", "Science")).toEqual(["bees"]);
    expect(await slugs("--words", "nothing like it")).toEqual([]);
  });

  it("shows a story on one line", async () => {
    const id = await shell.story({ slug: "harbor", status: "copy" }, harbor());
    const { out } = await shell.stet("list");
    expect(out).toMatch(new RegExp(`^${id}  copy  harbor  \\d+ words  Harbor plan is put off$`));
  });
});

describe("stet show", () => {
  it("prints the text alone, as its plain text goes out", async () => {
    await shell.story({ slug: "harbor" }, harbor());
    const { out } = await shell.stet("show", "harbor", "--text");
    expect(out).toBe(
      "Harbor plan is put off\n\nThe council put off a vote, “for now.”\n\nAna Ruiz covers the port.",
    );
  });

  it("prints the facts before the text", async () => {
    const id = await shell.story({ slug: "harbor", desk: "Metro" }, harbor());
    const { out } = await shell.stet("show", id);
    expect(out).toMatch(/^id +s_/);
    expect(out).toMatch(/^desk +Metro$/m);
    expect(out).not.toMatch(/^edition/m);
    expect(out).toContain("The council put off a vote");
  });

  it("takes a slug in any case and with or without accents", async () => {
    await shell.story({ slug: "café-harbor" }, harbor());
    expect((await shell.stet("show", "Cafe-Harbor")).exitCode).toBe(0);
  });

  it("does not choose between two stories of one slug, but names both", async () => {
    const ids = [
      await shell.story({ slug: "harbor" }, harbor()),
      await shell.story({ slug: "harbor" }, harbor()),
    ];
    const ran = await shell.stet("show", "harbor");
    expect(refusal(ran)).toMatch(/Several stories/);
    for (const id of ids) expect(ran.complaints[0]).toContain(id);
  });

  it.each(["nothing", "s_01ARZ3NDEKTSV4RRFFQ69G5FAV"])("says that there is no %s", async (named) => {
    expect(refusal(await shell.stet("show", named))).toMatch(named);
  });
});

describe("stet set", () => {
  it("sets facts", async () => {
    const id = await shell.story({ slug: "harbor" }, harbor());
    const ran = await shell.stet(
      "set",
      "harbor",
      "slug=port",
      "desk=Metro",
      "planned=600 words",
      "status=copy",
    );
    expect(ran.exitCode).toBe(0);
    expect((await shown(id)).summary.facts).toMatchObject({
      slug: "port",
      desk: "Metro",
      planned: { amount: 600, unit: "words" },
      status: "copy",
    });
  });

  it("sets nothing where one word is wrong", async () => {
    const id = await shell.story({ slug: "harbor" }, harbor());
    expect(refusal(await shell.stet("set", "harbor", "desk=Metro", "status=done"))).toMatch(
      /status cannot be "done"/,
    );
    expect((await shown(id)).summary.facts["desk"]).toBe("");
  });
});

describe("stet photo", () => {
  it("puts the picture before the tagline, with its own words", async () => {
    const id = await shell.story({ slug: "harbor" }, harbor());
    const picture = await pictureSaying(
      shell.folder,
      "-IPTC:Caption-Abstract=Boats at rest.",
      "-IPTC:Credit=Ana Ruiz",
    );
    shell.write("harbor.jpg", picture);
    const ran = await shell.stet("photo", "harbor", "harbor.jpg");
    expect(ran.complaints).toEqual([]);
    const { document } = await shown(id);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["headline", "paragraph", "photo", "tagline"]);
    expect(document.blocks[2]).toMatchObject({
      caption: [{ text: "Boats at rest." }],
      credit: [{ text: "Ana Ruiz" }],
    });
  });

  it("prefers the words that it is given", async () => {
    const id = await shell.story({ slug: "harbor" }, harbor());
    shell.write("harbor.jpg", await drawPicture(60, 40));
    const words = ["--caption", "The “old” pier.", "--credit", "T. Weld", "--alt", "A pier"];
    expect((await shell.stet("photo", id, "harbor.jpg", ...words)).exitCode).toBe(0);
    expect((await shown(id)).document.blocks[2]).toMatchObject({
      caption: [{ text: "The “old” pier." }],
      credit: [{ text: "T. Weld" }],
      alt: "A pier",
    });
  });

  it("fills the frame whose caption came without its picture, and keeps that caption", async () => {
    const id = await shell.story(
      { slug: "harbor" },
      story(photo(NO_PICTURE, "Boats wait.", "Ana Ruiz"), paragraph("Text.")),
    );
    shell.write("harbor.jpg", await drawPicture(60, 40));
    await shell.stet("photo", id, "harbor.jpg");
    const { document } = await shown(id);
    expect(document.blocks).toHaveLength(2);
    expect(document.blocks[0]).toMatchObject({ kind: "photo", caption: [{ text: "Boats wait." }] });
    expect(document.blocks[0]?.["asset"]).not.toBe(NO_PICTURE);
  });

  it("leaves the story alone where the picture is broken, and says which picture", async () => {
    const id = await shell.story({ slug: "harbor" }, harbor());
    shell.write("cut.jpg", (await drawPicture(600, 400)).subarray(0, 900));
    expect(refusal(await shell.stet("photo", id, "cut.jpg"))).toMatch(/cut\.jpg/);
    expect((await shown(id)).document.blocks).toHaveLength(3);
  });
});

describe("stet export", () => {
  it("writes the formats that were asked for, into a folder of their own", async () => {
    await shell.story({ slug: "harbor" }, harbor());
    const { out, exitCode, complaints } = await shell.stet(
      "export",
      "harbor",
      "--format",
      "icml,docx,nitf,text",
      "--out",
      "out",
      "--zip",
      "--json",
    );
    expect(complaints).toEqual([]);
    expect(exitCode).toBe(0);
    const report = JSON.parse(out) as { folder: string; zip: string; files: { path: string }[] };
    expect(path.dirname(report.folder)).toBe(path.join(shell.folder, "out"));
    expect(existsSync(report.zip)).toBe(true);
    const kinds = report.files.map((file) => path.extname(file.path));
    expect(kinds).toEqual(expect.arrayContaining([".icml", ".docx", ".xml", ".txt"]));
    const text = report.files.find((file) => file.path.endsWith(".txt"));
    expect(readFileSync(path.join(report.folder, text?.path ?? ""), "utf8")).toContain("“for now.”");
  });

  it("writes the final text, and says what was open in it", async () => {
    await shell.story({ slug: "harbor" }, editedHarbor());
    const { out, exitCode } = await shell.stet("export", "harbor", "--format", "docx", "--out", "out");
    expect(exitCode).toBe(0);
    expect(out).toContain("open changes were taken as accepted, 1 query is open.");
    expect(readdirSync(path.join(shell.folder, "out", "harbor"))).toContain("harbor.docx");
  });

  it("writes changes and notes with --markup, in files that are named so", async () => {
    await shell.story({ slug: "harbor" }, editedHarbor());
    const words = ["export", "harbor", "--markup", "--format", "docx,icml,text", "--out", "out", "--json"];
    const report = JSON.parse((await shell.stet(...words)).out) as { folder: string; open: unknown[] };
    expect(report.folder).toBe(path.join(shell.folder, "out", "harbor-marked"));
    expect(report.open).toEqual([]);
    const files = readdirSync(report.folder);
    expect(files).toEqual(expect.arrayContaining(["harbor-marked.docx", "harbor-marked.icml", "harbor.txt"]));
    const icml = readFileSync(path.join(report.folder, "harbor-marked.icml"), "utf8");
    expect(icml).toContain('ChangeType="DeletedText"');
    expect(readFileSync(path.join(report.folder, "harbor.txt"), "utf8")).not.toContain("Perhaps");
  });

  it("says in its help that a marked-up file is not for print", async () => {
    const { out } = await shell.stet("export", "--help");
    expect(out.replaceAll(/\s+/gu, " ")).toMatch(/--markup .*notes.*not for print/u);
  });

  it("writes nothing where one of the stories is not there", async () => {
    await shell.story({ slug: "harbor" }, harbor());
    expect(refusal(await shell.stet("export", "harbor", "gone", "--out", "out"))).toMatch(/"gone"/);
    expect(existsSync(path.join(shell.folder, "out"))).toBe(false);
  });

  it("leaves nothing behind where it is cancelled", async () => {
    await shell.story({ slug: "harbor" }, harbor());
    const givenUp = new AbortController();
    givenUp.abort();
    const ran = await shell.stetUntil(givenUp.signal, "export", "harbor", "--out", "out");
    expect(refusal(ran)).toMatch(/^Cancelled: nothing was written\.$/);
    const out = path.join(shell.folder, "out");
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });

  it("names the place that it cannot write to", async () => {
    await shell.story({ slug: "harbor" }, harbor());
    shell.write("taken", "a file, and no folder");
    expect(refusal(await shell.stet("export", "harbor", "--out", "taken"))).toContain("taken");
  });
});

describe("the command line", () => {
  it("prints help with every command and examples", async () => {
    const { out, exitCode } = await shell.stet("--help");
    expect(exitCode).toBe(0);
    for (const word of ["import", "list", "show", "set", "photo", "export", "Examples:", "--newsroom"])
      expect(out).toContain(word);
  });

  it("prints what `set` takes in its help", async () => {
    const { out } = await shell.stet("set", "--help");
    for (const word of ["planned", "deadline", "600w", "--json"]) expect(out).toContain(word);
  });

  it.each([
    ["--colour"],
    ["fly"],
    ["list", "--status", "done"],
    ["list", "--order", "mood"],
    ["export", "harbor", "--format", "pdf"],
    ["export", "harbor", "--pictures", "gif"],
    ["import"],
    ["set", "harbor"],
    ["photo", "harbor"],
  ])("exits with 2 and one line where it does not understand: %s %s", async (...words) => {
    const ran = await shell.stet(...words);
    expect(ran.exitCode).toBe(2);
    expect(ran.complaints).toHaveLength(1);
    expect(ran.complaints[0]).not.toContain("\n");
    expect(existsSync(path.join(shell.folder, "newsroom"))).toBe(false);
  });

  it("exits with 2 where it is asked nothing, and shows how to ask", async () => {
    const ran = await shell.stet();
    expect(ran.exitCode).toBe(2);
    expect(ran.complaints.join("\n")).toContain("Usage: stet");
  });

  it("works on another newsroom where one is named, before or after the command", async () => {
    await shell.story({ slug: "harbor" }, harbor());
    expect((await shell.stet("list", "--newsroom", "elsewhere")).out).toBe("No stories.");
    expect((await shell.stet("--newsroom", "elsewhere", "list")).out).toBe("No stories.");
    expect((await shell.stet("--newsroom", "newsroom", "list")).out).toContain("harbor");
  });

  it("says why where the newsroom does not open, and touches nothing", async () => {
    await shell.stet("list", "--newsroom", ".");
    const file = path.join(shell.folder, "newsroom.db");
    const sql = new Database(file);
    sql.pragma("user_version = 99");
    recordVersion(sql, 99);
    sql.close();
    const before = readFileSync(file);
    expect(refusal(await shell.stet("list", "--newsroom", "."))).toMatch(/newer Stet.*version 99/);
    expect(readFileSync(file)).toEqual(before);
  });

  it("says where a damaged newsroom was moved to, and works in the one that was rebuilt", async () => {
    shell.write("newsroom.db", "not a database");
    const { exitCode, complaints } = await shell.stet("list", "--newsroom", ".");
    expect(exitCode).toBe(0);
    expect(complaints).toEqual([expect.stringMatching(/newsroom\.db is not a database.*rebuilt: .*damaged/)]);
    const [moved = ""] = readdirSync(path.join(shell.folder, "damaged"));
    const kept = path.join(shell.folder, "damaged", moved, "newsroom.db");
    expect(readFileSync(kept, "utf8")).toBe("not a database");
    expect((await shell.stet("list", "--newsroom", ".")).complaints).toEqual([]);
  });
});
