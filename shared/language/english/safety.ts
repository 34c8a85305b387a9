import type { RecoveredStory, SafetyStatus } from "#shared/contract/index.ts";
import { englishForms as forms } from "./forms.ts";

const { counted } = forms;

function stories(count: number): string {
  return counted(count, { one: "story", other: "stories" });
}

function held({ stories: amount, blocks }: { readonly stories: number; readonly blocks: number }): string {
  return `${stories(amount)}, ${counted(blocks, { one: "block", other: "blocks" })}`;
}

const TROUBLES: Readonly<Record<NonNullable<SafetyStatus["trouble"]>["code"], string>> = {
  "disk-full": "Disk full",
  "not-writable": "Disk refuses to write",
  damaged: "Newsroom damaged",
  "newsroom-in-use": "Newsroom held by another program",
};

const OUTCOMES: Readonly<Record<RecoveredStory["outcome"], string>> = {
  whole: "Whole",
  older: "Older text",
  partly: "In part",
};

/** How safe the newsroom is, its backups, and what came back after a crash or damage. */
export const safety = {
  title: "Newsroom safety",
  titleBefore: "Newsroom safety: ",
  close: "Close",
  asking: "Asking the newsroom…",
  cannotTell: ({ why }: { readonly why: string }) => `How safe the newsroom is cannot be told: ${why}`,
  askAgain: "Ask again",
  commands: {
    backUp: "Back up now",
    testRestore: "Test a restore",
    check: "Check the newsroom",
    recovered: "What was recovered",
  },
  run: {
    beginning: "Beginning",
    doing: ({ doing }: { readonly doing: string }) => `${doing}…`,
    cancel: "Cancel",
    cancelThis: ({ name }: { readonly name: string }) => `Cancel: ${name}`,
  },
  saved: {
    title: "Saved",
    nothing: "Nothing was written in this newsroom yet.",
    last: ({ at }: { readonly at: string }) => `The last change was saved on this laptop at ${at}.`,
    roomUnknown: "How much room its disk has is not known.",
    room: ({ fileSize }: { readonly fileSize: string }) => `${fileSize} free on its disk.`,
  },
  paths: {
    newsroom: "the newsroom",
    lastBackup: "the last backup",
    secondFolder: "the second folder",
    report: "the report",
    damagedFiles: "the damaged files",
    text: "the text",
    backup: "the backup",
  },
  backups: {
    title: "Backups",
    rhythm:
      "One is made every hour in which something changed, and when Stet is closed; 24 hours, 14 days and 12 weeks are kept.",
    first: "The first backup is being made.",
    none: "There is no backup yet.",
    last: ({ at, fileSize }: { readonly at: string; readonly fileSize: string }) =>
      `The last one is from ${at}, ${fileSize}, read back and found whole.`,
    made: ({
      at,
      fileSize,
      stories: amount,
      blocks,
    }: {
      readonly at: string;
      readonly fileSize: string;
      readonly stories: number;
      readonly blocks: number;
    }) => `Backed up at ${at}: ${held({ stories: amount, blocks })}, ${fileSize}.`,
  },
  second: {
    title: "Second folder",
    meaning:
      "A folder on another disk, a USB stick or a share gets a copy of each backup and every photo. Where it is not there, work goes on, and it is brought up to date when it is back.",
    choose: "Choose a folder",
    chooseOther: "Choose another folder",
    /** The same on a button that asks first. */
    ask: ({ label }: { readonly label: string }) => `${label}…`,
    path: "Its path, as the file manager shows it",
    use: "Use this folder",
    stop: ({ name }: { readonly name: string }) => `Stop copying to ${name}`,
    stopped: ({ name }: { readonly name: string }) => `${name} gets no more copies. What lies in it stays.`,
    undo: "Undo",
    firstToCome: ({ name }: { readonly name: string }) =>
      `${name} is there. It gets the first backup as soon as one is made.`,
    newest: ({ at }: { readonly at: string }) => `The newest in it is from ${at}.`,
    inStep: ({ name }: { readonly name: string }) => `${name} is in step.`,
    copying: ({ name }: { readonly name: string }) => `The newest backup is being copied to ${name}.`,
    behind: ({ name }: { readonly name: string }) => `${name} does not have the newest backup yet.`,
    absent: ({ name }: { readonly name: string }) => `${name} is not there.`,
    failed: ({ name }: { readonly name: string }) => `${name} took no copy.`,
  },
  restore: {
    title: "Test of a restore",
    meaning:
      "Puts the newest backup into a temporary folder, opens it as a newsroom, reads every story and removes it again. Your work is not touched.",
    none: "No backup was tested yet.",
    whole: ({
      at,
      backup,
      took,
      stories: amount,
      blocks,
    }: {
      readonly at: string;
      readonly backup: string;
      readonly took: string;
      readonly stories: number;
      readonly blocks: number;
    }) =>
      `Tested ${at}: the backup of ${backup} came back whole in ${took}, ${held({ stories: amount, blocks })}.`,
    notWhole: ({
      at,
      backup,
      first,
      more,
    }: {
      readonly at: string;
      readonly backup: string;
      readonly first: string;
      readonly more: number;
    }) => {
      const said = `Tested ${at}: not all of the backup of ${backup} came back. ${first}`;
      return more === 0
        ? said
        : `${said} And ${counted(more, { one: "more trouble", other: "more troubles" })}.`;
    },
  },
  health: {
    title: "Health check",
    meaning:
      "Looks through the database, every story, every photo and every backup. A photo whose file is missing or spoilt is brought back from the second folder, where that has it. Writing can go on meanwhile.",
    checkedAt: ({ at }: { readonly at: string }) => `Checked ${at}.`,
    checked: ({ found }: { readonly found: string }) => `Checked: ${found}`,
    noBackup: "There is no backup.",
    backups: "Backups that were read",
    columns: { of: "Backup of", where: "Lies in the", size: "Size", state: "State" },
    where: { newsroom: "newsroom", "second folder": "second folder" },
    good: "Good",
    milliseconds: ({ count }: { readonly count: number }) => `${String(count)} ms`,
    seconds: ({ count }: { readonly count: number }) => `${count.toFixed(1)} s`,
    minutes: ({ count }: { readonly count: number }) => `${String(count)} min`,
    sound: ({ database, log }: { readonly database: string; readonly log: string }) =>
      `The database is sound: ${database}, and ${log} of log.`,
    damaged: ({ why }: { readonly why: string }) => `The database is damaged: ${why}`,
    strays: ({ count }: { readonly count: number }) =>
      `${counted(count, { one: "row", other: "rows" })} of the database ${count === 1 ? "belongs" : "belong"} to no story.`,
    allReadable: ({ count }: { readonly count: number }) => `Every story can be read: ${stories(count)}.`,
    unreadable: ({ count, of }: { readonly count: number; readonly of: number }) =>
      `${stories(count)} of ${String(of)} cannot be read.`,
    search: ({ why }: { readonly why: string }) => `Search: ${why}`,
    noPhotos: "There are no photos.",
    photosGood: ({ count, fileSize }: { readonly count: number; readonly fileSize: string }) =>
      `Every photo is what it was when it came in: ${counted(count, { one: "photo", other: "photos" })}, ${fileSize}.`,
    photosBad: ({
      bad,
      count,
      fileSize,
    }: {
      readonly bad: number;
      readonly count: number;
      readonly fileSize: string;
    }) =>
      `${String(bad)} of ${counted(count, { one: "photo", other: "photos" })}, ${fileSize}, are not what they were.`,
    photoMissing: ({ name }: { readonly name: string }) =>
      `${name}: its file was missing, and no folder has the right one. Bring the photo in again.`,
    photoChanged: ({ name }: { readonly name: string }) =>
      `${name}: its file had changed, and no folder has the right one. Bring the photo in again.`,
    photoMissingRefetched: ({ name, folder }: { readonly name: string; readonly folder: string }) =>
      `${name}: its file was missing; it was brought back from ${folder}.`,
    photoChangedRefetched: ({ name, folder }: { readonly name: string; readonly folder: string }) =>
      `${name}: its file had changed; it was brought back from ${folder}.`,
  },
  state: {
    troubles: TROUBLES,
    littleRoom: ({ fileSize }: { readonly fileSize: string }) => `${fileSize} left on the disk`,
    backingUp: "Backing up…",
    noBackup: "No backup yet",
    lastBackup: ({ at }: { readonly at: string }) => `Last backup ${at}`,
    backedUp: ({ at }: { readonly at: string }) => `Backed up ${at}`,
    inStep: ({ name }: { readonly name: string }) => `${name} in step`,
    copying: ({ name }: { readonly name: string }) => `copying to ${name}`,
    behind: ({ name }: { readonly name: string }) => `${name} behind`,
    absent: ({ name }: { readonly name: string }) => `${name} not there`,
    failed: ({ name }: { readonly name: string }) => `${name} took no copy`,
  },
  recovery: {
    endedWithoutClosing: "Stet ended without closing",
    replaced: "The newsroom’s database was damaged, and is replaced",
    whatWasWritten: "What was being written",
    storiesWritten: "Stories that were being written",
    digitOpens: "A digit opens that story where its caret was.",
    escCloses: "Esc closes this until the next start.",
    goOn: "Continue",
    saved: ({ at }: { readonly at: string }) => `saved ${at}`,
    typed: ({ at }: { readonly at: string }) =>
      `Typed ${at} and not saved: this browser has it, and the story offers it.`,
    uncleanEnd: ({ since }: { readonly since: string }) =>
      `Stet had been open since ${since} and ended without closing: a crash, a power cut, or it was stopped.`,
    allSavedIsHere: "Everything that was saved is here.",
    madeFromText:
      "There was no good backup. Stet has put the newsroom together from all that can be read of the damaged file.",
    madeFromBackup: ({ at }: { readonly at: string }) =>
      `Stet has put the newsroom together from the backup of ${at} and from all that can be read of the damaged file.`,
    movedAside: "The damaged files were moved aside; nothing was deleted.",
    stories: "Stories",
    outcomes: OUTCOMES,
    noStory: "No story came back.",
    oneWhole: "Its one story is whole.",
    allWhole: ({ count }: { readonly count: number }) => `All ${stories(count)} are whole.`,
    sum: ({
      count,
      whole,
      older,
      partly,
    }: {
      readonly count: number;
      readonly whole: number;
      readonly older: number;
      readonly partly: number;
    }) => {
      const parts = [
        ...(whole === 0 ? [] : [`${String(whole)} whole`]),
        ...(older === 0 ? [] : [`${String(older)} with older text`]),
        ...(partly === 0 ? [] : [`${String(partly)} in part`]),
      ];
      return `${stories(count)}: ${parts.join(", ")}.`;
    },
    losses: "What did not come back",
    badBackups: "Backups that are damaged as well",
    whereAllLies: "Where it all lies",
    reportFile: "This report as a file",
    damagedFiles: "The damaged files",
    asText: "All that can be read, as text",
    backupUsed: "The backup that was used",
    nothingAtStake: "Stet ended without closing the last time. Everything that was saved is here.",
    startedAgain:
      "The newsroom had stopped and was started again. Everything that was saved is there, and so is the text in this window.",
  },
};
