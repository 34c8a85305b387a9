import { describe, expect, it } from "vitest";
import { fileSize } from "#renderer/app/file-size.ts";
import { waitingWords } from "#renderer/app/waiting-words.ts";
import {
  healthFindings,
  howLong,
  lastBackupWords,
  madeWords,
  restoreTestWords,
  roomWords,
  secondFolderWords,
} from "#renderer/safety/health-words.ts";
import {
  madeFromWords,
  reportPath,
  savedAt,
  storiesNowWords,
  uncleanEndWords,
} from "#renderer/safety/recovery-words.ts";
import { shortName, stateLinePieces } from "#renderer/safety/safety-words.ts";
import { leftRows, type KeptText } from "#renderer/safety/left-rows.ts";
import { loudnessOf } from "#renderer/safety/tell-recovery.ts";
import type {
  HealthReport,
  RecoveryReport,
  RestoreTest,
  SafetyStatus,
  SecondFolder,
  StoryLeftOpen,
} from "#shared/contract/index.ts";
import { assetIdSchema } from "#shared/document/index.ts";

const at = (hour: number, minute = 0, day = 22): number => new Date(2026, 10, day, hour, minute).getTime();
const NOW = at(14, 30);
const BACKUP = { path: "/n/backups/a.db", atMs: at(14, 2), bytes: 3_200_000 };

const STATUS: SafetyStatus = {
  lastCommitAtMs: at(14, 1),
  lastBackup: BACKUP,
  isBackingUp: false,
  secondFolder: null,
  lastRestoreTest: null,
  freeBytes: 212_000_000_000,
  trouble: null,
};

const USB: SecondFolder = {
  chosen: "/media/mara/USB",
  folder: "/media/mara/USB/Stet backup desk 1a2b3c",
  state: "in-step",
  lastBackupAtMs: at(14, 2),
  onSameDisk: false,
  trouble: null,
};

const line = (status: Partial<SafetyStatus>): readonly string[] =>
  stateLinePieces({ ...STATUS, ...status }, NOW).map(({ text, tone }) => `${tone}: ${text}`);

describe("The state line, on the newsroom's safety", () => {
  it("says when the last backup was made, and nothing else on a quiet day", () => {
    expect(line({})).toEqual(["plain: Backed up 14:02"]);
    expect(line({ lastBackup: null })).toEqual(["plain: No backup yet"]);
    expect(line({ lastBackup: null, isBackingUp: true })).toEqual(["plain: Backing up…"]);
    expect(line({ lastBackup: { ...BACKUP, atMs: at(23, 5, 20) } })).toEqual([
      "nearly: Last backup 20 Nov 23:05",
    ]);
  });

  it("does not call an old backup late where nothing was written since", () => {
    const old = { lastBackup: { ...BACKUP, atMs: at(9) }, lastCommitAtMs: at(8) };
    expect(line(old)).toEqual(["plain: Backed up 09:00"]);
    expect(line({ ...old, lastCommitAtMs: at(9, 5) })).toEqual(["nearly: Last backup 09:00"]);
  });

  it.each([
    ["in-step", false, "plain: USB in step"],
    ["behind", false, "nearly: USB behind"],
    ["behind", true, "plain: copying to USB"],
    ["absent", false, "nearly: USB not there"],
    ["failed", false, "wrong: USB took no copy"],
  ] as const)(
    "says of a second folder that is %s, while backing up is %s: “%s”",
    (state, isBackingUp, said) => {
      expect(line({ isBackingUp, secondFolder: { ...USB, state } })).toEqual([
        "plain: Backed up 14:02",
        said,
      ]);
    },
  );

  it.each([
    ["disk-full", "Disk full"],
    ["not-writable", "Disk refuses to write"],
    ["damaged", "Newsroom damaged"],
    ["newsroom-in-use", "Newsroom held by another program"],
  ] as const)("puts a disk that says %s first: “%s”", (code, said) => {
    expect(line({ trouble: { code, message: "…" } })[0]).toBe(`wrong: ${said}`);
  });

  it("tells how much room is left only where it is little", () => {
    expect(line({ freeBytes: 640_000_000 })[0]).toBe("nearly: 640 MB left on the disk");
    expect(line({ freeBytes: null })).toHaveLength(1);
  });
});

describe("The name of a disk", () => {
  it.each([
    ["/media/mara/USB", "USB"],
    ["/media/mara/USB/", "USB"],
    [String.raw`E:\Backups`, "Backups"],
    ["E:\\", "E:"],
    [String.raw`\\desk\share`, "share"],
    ["/", "/"],
  ])("is, for %s, %s", (path, name) => {
    expect(shortName(path)).toBe(name);
  });
});

describe("A size", () => {
  it.each([
    [812, "812 B"],
    [14_300, "14 KB"],
    [999_600, "1.0 MB"],
    [2_140_000, "2.1 MB"],
    [640_000_000, "640 MB"],
    [80_900_000_000, "80.9 GB"],
    [4_000_000_000_000, "4.0 TB"],
  ])("of %i bytes is %s", (bytes, said) => {
    expect(fileSize(bytes)).toBe(said);
  });
});

function saidOf(second: Partial<SecondFolder>, isBackingUp = false): string {
  return secondFolderWords({ ...USB, ...second }, isBackingUp, NOW).text;
}

describe("The page about safety", () => {
  it("says of the last backup when it is from, how large it is, and that it was read back", () => {
    expect(lastBackupWords(STATUS, NOW)).toEqual({
      text: "The last one is from 14:02, 3.2 MB, read back and found whole.",
      tone: "good",
    });
    expect(lastBackupWords({ ...STATUS, lastBackup: null }, NOW).text).toBe("There is no backup yet.");
  });

  it("says what a backup that was just made holds", () => {
    const made = { ...BACKUP, stories: 1, blocks: 1204, photosCopied: 0, photosThere: 0, photosUnfit: 0 };
    expect(madeWords(made, NOW)).toBe("Backed up at 14:02: 1 story, 1,204 blocks, 3.2 MB.");
  });

  it("warns where the disk has little room", () => {
    expect(roomWords(212_000_000_000)).toEqual({ text: "212 GB free on its disk.", tone: "plain" });
    expect(roomWords(1).tone).toBe("nearly");
    expect(roomWords(null).text).toContain("not known");
  });

  it("says how the second folder stands, in the newsroom's own words where something is wrong", () => {
    expect(saidOf({})).toBe("USB is in step. The newest in it is from 14:02.");
    expect(saidOf({ lastBackupAtMs: null })).toContain("gets the first backup as soon as one is made");
    expect(saidOf({ state: "behind", lastBackupAtMs: at(13) })).toBe(
      "USB does not have the newest backup yet. The newest in it is from 13:00.",
    );
    expect(saidOf({ state: "behind" }, true)).toContain("is being copied to USB");
    expect(saidOf({ state: "absent", trouble: { message: "The disk is not plugged in." } })).toBe(
      "The disk is not plugged in.",
    );
    expect(saidOf({ state: "failed", trouble: { message: "The disk is full." } })).toBe("The disk is full.");
  });

  it("says of a restore what came back and how long it took, or what did not", () => {
    const test: RestoreTest = {
      atMs: at(14, 5),
      backup: BACKUP,
      stories: 12,
      blocks: 340,
      tookMs: 1420,
      troubles: [],
    };
    expect(restoreTestWords(test, NOW)).toEqual({
      text: "Tested 14:05: the backup of 14:02 came back whole in 1.4 s, 12 stories, 340 blocks.",
      tone: "good",
    });
    expect(restoreTestWords({ ...test, troubles: ["harbor cannot be read.", "more"] }, NOW)).toEqual({
      text: "Tested 14:05: not all of the backup of 14:02 came back. harbor cannot be read. And 1 more trouble.",
      tone: "wrong",
    });
  });

  it.each([
    [40, "40 ms"],
    [1420, "1.4 s"],
    [121_000, "2 min"],
  ])("says %i ms as %s", (ms, said) => {
    expect(howLong(ms)).toBe(said);
  });
});

describe("What a check of the newsroom found", () => {
  const SOUND: HealthReport = {
    atMs: NOW,
    databaseBytes: 258_000,
    logBytes: 87_000,
    databaseTroubles: [],
    strayRows: 0,
    searchTroubles: [],
    stories: 8,
    unreadableStories: [],
    photos: 5,
    photoBytes: 373_000,
    photoTroubles: [],
    backups: [],
    lastRestoreTest: null,
  };

  it("is one good line for each of database, stories and photos where all is sound", () => {
    expect(healthFindings(SOUND).map(({ text, tone }) => `${tone}: ${text}`)).toEqual([
      "good: The database is sound: 258 KB, and 87 KB of log.",
      "good: Every story can be read: 8 stories.",
      "good: Every photo is what it was when it came in: 5 photos, 373 KB.",
    ]);
  });

  it("names every trouble, and never says good of what has one", () => {
    const asset = assetIdSchema.parse(`sha256:${"a".repeat(64)}`);
    const findings = healthFindings({
      ...SOUND,
      databaseTroubles: ["row 7 is missing"],
      strayRows: 1,
      searchTroubles: ["2 stories cannot be found by their words."],
      unreadableStories: [{ id: "s_1", slug: "harbor", message: "It has lost a block." }],
      photoTroubles: [
        { asset, name: "gates.jpg", what: "missing", refetchedFrom: null },
        { asset, name: "quay.jpg", what: "changed", refetchedFrom: "/media/mara/USB" },
      ],
    });
    expect(findings.map(({ text, tone }) => `${tone}: ${text}`)).toEqual([
      "wrong: The database is damaged: row 7 is missing",
      "nearly: 1 row of the database belongs to no story.",
      "wrong: 1 story of 8 cannot be read.",
      "wrong: harbor: It has lost a block.",
      "nearly: Search: 2 stories cannot be found by their words.",
      "nearly: 2 of 5 photos, 373 KB, are not what they were.",
      "wrong: gates.jpg: its file was missing, and no folder has the right one. Bring the photo in again.",
      "nearly: quay.jpg: its file had changed; it was brought back from /media/mara/USB.",
    ]);
  });
});

const REPORT: RecoveryReport = {
  atMs: NOW,
  why: "newsroom.db is cut short.",
  damagedFolder: "/n/damaged/2026-11-22T14-30-00Z",
  backup: BACKUP,
  badBackups: [],
  stories: [],
  storiesNow: 12,
  losses: [],
  textFolder: null,
};

function story(id: string, outcome: "older" | "partly") {
  return { id, slug: id, outcome, sentence: { message: "…" } };
}

describe("The report of a recovery", () => {
  it("counts the stories by how they came back", () => {
    expect(storiesNowWords(REPORT)).toBe("All 12 stories are whole.");
    expect(storiesNowWords({ ...REPORT, storiesNow: 1 })).toBe("Its one story is whole.");
    expect(storiesNowWords({ ...REPORT, storiesNow: 0 })).toBe("No story came back.");
    const stories = [story("a", "older"), story("b", "partly"), story("c", "partly")];
    expect(storiesNowWords({ ...REPORT, stories })).toBe(
      "12 stories: 9 whole, 1 with older text, 2 in part.",
    );
    expect(storiesNowWords({ ...REPORT, stories, storiesNow: 3 })).toBe(
      "3 stories: 1 with older text, 2 in part.",
    );
  });

  it("says which backup it was made from, or that there was none", () => {
    expect(madeFromWords(REPORT, NOW)).toContain("from the backup of 14:02 and from all that can be read");
    expect(madeFromWords({ ...REPORT, backup: null }, NOW)).toContain("There was no good backup.");
  });

  it("lies beside the damaged files, in the machine's own way of writing paths", () => {
    expect(reportPath(REPORT)).toBe("/n/damaged/2026-11-22T14-30-00Z/recovery-report.txt");
    expect(reportPath({ ...REPORT, damagedFolder: String.raw`C:\n\damaged\x` })).toBe(
      String.raw`C:\n\damaged\x\recovery-report.txt`,
    );
  });
});

const LEFT: StoryLeftOpen = { id: "s_1", slug: "harbor", headline: "Tide", savedAtMs: NOW, place: null };

function ended(...stories: readonly StoryLeftOpen[]) {
  return { sinceMs: at(9, 14), stories };
}

describe("What is told after the start", () => {
  it("is nothing after an orderly end, a notice where nobody lost a thing, and otherwise a screen", () => {
    expect(loudnessOf({ uncleanEnd: null, report: null }, "start")).toBe("silent");
    expect(loudnessOf({ uncleanEnd: ended(), report: null }, "start")).toBe("notice");
    expect(loudnessOf({ uncleanEnd: ended(LEFT), report: null }, "start")).toBe("screen");
    expect(loudnessOf({ uncleanEnd: null, report: REPORT }, "start")).toBe("screen");
  });

  it("does not come between a window that stayed open and its text, but for damage", () => {
    expect(loudnessOf({ uncleanEnd: ended(LEFT), report: null }, "return")).toBe("notice");
    expect(loudnessOf({ uncleanEnd: ended(LEFT), report: REPORT }, "return")).toBe("screen");
  });

  it("says since when Stet had been open, and that all is here only where no report says otherwise", () => {
    const said = uncleanEndWords(ended(LEFT), false, NOW);
    expect(said).toMatch(/^Stet had been open since 09:14 and ended without closing/);
    expect(said).toContain("Everything that was saved is here.");
    expect(uncleanEndWords(ended(LEFT), true, NOW)).not.toContain("Everything");
  });

  it("tells a save of today to the second, and any other by its day", () => {
    expect(savedAt(at(14, 2) + 11_000, NOW)).toBe("14:02:11");
    expect(savedAt(at(23, 59, 21), NOW)).toBe("21 Nov 23:59");
  });
});

function rows(...kept: readonly KeptText[]) {
  return leftRows([LEFT], kept).map(({ slug, savedAtMs, keptAtMs }) => [slug, savedAtMs, keptAtMs]);
}

describe("The list of what was being written", () => {
  it("says where this browser has newer text than was saved", () => {
    expect(rows()).toEqual([["harbor", NOW, null]]);
    expect(rows({ story: "s_1", slug: "harbor", atMs: NOW + 900 })).toEqual([["harbor", NOW, NOW + 900]]);
  });

  it("does not call text newer that was typed before the last save", () => {
    expect(rows({ story: "s_1", slug: "harbor", atMs: NOW - 1 })).toEqual([["harbor", NOW, null]]);
  });

  it("lists a story too of which nothing was saved, once, with the newest that is kept of it", () => {
    const kept = [9, 7].map((second) => ({ story: "s_2", slug: "ferry", atMs: NOW + second }));
    expect(rows(...kept)).toEqual([
      ["harbor", NOW, null],
      ["ferry", null, NOW + 9],
    ]);
  });
});

describe("A window that waits for its newsroom", () => {
  it("says that it is being opened once it was asked, and that it does not answer before", () => {
    expect(waitingWords("up")).toMatch(/^Opening the newsroom\..*put together again first/);
    expect(waitingWords("connecting")).toContain("not answering");
    expect(waitingWords("down")).toContain("not answering");
  });
});
