import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { openShell, type Shell } from "#tests/support/command-line.ts";
import { drawPicture } from "#tests/support/pictures.ts";

let shell: Shell;
beforeEach(async () => {
  shell = openShell();
  await shell.story({ slug: "harbor" }, story(headline("Harbor plan"), paragraph("It was put off.")));
});
afterEach(() => shell.end());

function inFolder(...names: readonly string[]): string {
  return path.join(shell.folder, ...names);
}

/** The file of the one photo of the newsroom. */
async function onePhoto(): Promise<string> {
  shell.write("harbor.jpg", await drawPicture(120, 80));
  await shell.stet("photo", "harbor", "harbor.jpg");
  const [bin = ""] = readdirSync(inFolder("newsroom", "photos"));
  const [name = ""] = readdirSync(inFolder("newsroom", "photos", bin));
  return inFolder("newsroom", "photos", bin, name);
}

function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 1, bytes.length - 3);
  writeFileSync(file, bytes);
}

describe("stet backup", () => {
  it("backs up into the newsroom's own folder and says what is in the backup", async () => {
    const { exitCode, out } = await shell.stet("backup");
    expect(exitCode).toBe(0);
    expect(out).toMatch(/backups.*Z\.db {2}1 story, 2 blocks, read back and sound$/);
  });

  it("makes the folder that it is told and brings the photos along, once", async () => {
    await onePhoto();
    const { exitCode, out } = await shell.stet("backup", "--to", "stick/monday");
    expect(exitCode).toBe(0);
    expect(out).toContain("1 photo copied, 0 there already");
    expect((await shell.stet("backup", "--to", "stick/monday")).out).toContain(
      "0 photos copied, 1 there already",
    );
    expect(readdirSync(inFolder("stick", "monday")).filter((name) => name.endsWith(".db"))).toHaveLength(2);
  });

  it("copies no photo whose bytes are not what they were, and fails", async () => {
    spoil(await onePhoto());
    const { exitCode, complaints } = await shell.stet("backup", "--to", "stick");
    expect(exitCode).toBe(1);
    expect(complaints).toEqual(['1 photo could not be copied: "stet verify" names them.']);
  });

  it("is refused by name where the folder cannot be made", async () => {
    shell.write("stick", "a file");
    const { exitCode, complaints } = await shell.stet("backup", "--to", "stick");
    expect(exitCode).toBe(1);
    expect(complaints).toEqual([expect.stringContaining(`${inFolder("stick")} cannot be written to`)]);
  });
});

describe("stet verify", () => {
  it("says what it found and is content with a sound newsroom", async () => {
    await shell.stet("backup");
    const { exitCode, out, complaints } = await shell.stet("verify");
    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] });
    expect(out).toMatch(/1 story in \d+ bytes, 0 photos\n\d+ good backups?, the newest of/);
  });

  it("names a photo and a backup that are not what they were", async () => {
    spoil(await onePhoto());
    await shell.stet("backup");
    const [backup = ""] = readdirSync(inFolder("newsroom", "backups"));
    writeFileSync(inFolder("newsroom", "backups", backup), "gone");
    const { exitCode, complaints } = await shell.stet("verify");
    expect(exitCode).toBe(1);
    expect(complaints).toEqual([
      expect.stringMatching(/harbor\.jpg .* is not what it was when it came in/),
      expect.stringContaining(backup),
    ]);
  });
});

describe("stet recover", () => {
  it("makes a newsroom that can be worked in, text files and a report, and leaves the file alone", async () => {
    await onePhoto();
    const file = inFolder("newsroom", "newsroom.db");
    const before = readFileSync(file);
    const { exitCode, out, complaints } = await shell.stet("recover", file, "--out", "saved");
    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] });
    expect(out).toContain("1 story, 1 of them whole; 1 photo");
    expect(readFileSync(file)).toEqual(before);
    const report = readFileSync(inFolder("saved", "recovery-report.txt"), "utf8");
    expect(report).toContain("“harbor”");
    expect(report).not.toContain("damaged files");
    expect(readFileSync(inFolder("saved", "text", "harbor-1.txt"), "utf8")).toContain("It was put off.");
    const shown = await shell.stet("show", "harbor", "--text", "--newsroom", "saved/newsroom");
    expect(shown.out).toContain("It was put off.");
    expect((await shell.stet("verify", "--newsroom", "saved/newsroom")).exitCode).toBe(0);
  });

  it("takes a backup in a folder of its own with the photos beside it", async () => {
    await onePhoto();
    await shell.stet("backup", "--to", "stick");
    const [backup = ""] = readdirSync(inFolder("stick")).filter((name) => name.endsWith(".db"));
    const { exitCode, out } = await shell.stet("recover", `stick/${backup}`, "--out", "saved");
    expect(exitCode).toBe(0);
    expect(out).toContain("1 photo");
  });

  it("reads what a spoilt file still holds, says what is missing, and fails", async () => {
    const bytes = readFileSync(inFolder("newsroom", "newsroom.db"));
    shell.write("spoilt.db", bytes.fill(0, 0, 4096));
    const { out, exitCode, complaints } = await shell.stet("recover", "spoilt.db", "--out", "saved");
    expect(out).toContain("1 story");
    expect(exitCode).toBe(1);
    expect(complaints.join(" ")).toContain("could not be read");
  });

  it.each([
    ["nosuch.db", "saved", "nosuch.db is not there"],
    ["newsroom/newsroom.db", ".", "is not empty"],
  ])("is refused for %s into %s, and makes nothing", async (file, out, words) => {
    const before = readdirSync(shell.folder);
    const { exitCode, complaints } = await shell.stet("recover", file, "--out", out);
    expect(exitCode).toBe(1);
    expect(complaints).toEqual([expect.stringContaining(words)]);
    expect(readdirSync(shell.folder)).toEqual(before);
    expect(existsSync(inFolder("newsroom", "newsroom.db"))).toBe(true);
  });
});
