import type { StoryStatus } from "#shared/newsroom/index.ts";
import type { QueryTrouble } from "#shared/find/index.ts";
import { find } from "../find.ts";
import { englishForms as forms } from "../forms.ts";

const HOSTS = {
  electron: "the desktop app",
  browser: "the browser window",
  "command-line": "the command line",
  test: "a test",
} as const;

/** Who has a newsroom open: this very Stet, or another one; `since` is ISO 8601 UTC. Null where it does not say. */
export type ToldHolder =
  "this Stet" | { readonly host: keyof typeof HOSTS; readonly pid: number; readonly since: string } | null;

function holding(holder: ToldHolder): string {
  if (holder === null) return "in another Stet";
  if (holder === "this Stet") return "in this Stet already";
  const since = holder.since.slice(0, 16).replace("T", " ");
  return `in another Stet (${HOSTS[holder.host]}, process ${String(holder.pid)}, since ${since} UTC)`;
}

export interface OfFolder {
  readonly folder: string;
}

export interface OfFile {
  readonly file: string;
}

export interface OfStory {
  readonly slug: string;
}

export interface OnDisk {
  /** The folder or file that was written or read. */
  readonly where: string;
  /** The system's own code. */
  readonly errno: string;
}

export interface TksLeft extends OfStory {
  readonly count: number;
  readonly station: StoryStatus;
  /** Where the first one is, in English: `paragraph 4, “…the mayor, TK, said…”`. */
  readonly wherePhrase: string;
  /** The words around the first one. */
  readonly around: string;
}

export interface MattersLeft extends OfStory {
  readonly changes: number;
  readonly queries: number;
  readonly station: StoryStatus;
  /** What they are and where, in English. */
  readonly wherePhrase: string;
}

function amount(count: number, one: string, other: string): string {
  return `${String(count)} ${count === 1 ? one : other}`;
}

/** What is told of the newsroom: its folder and disk, its stories, its backups. */
export const newsroom = {
  closing: "Stet is closing.",
  noNewsroom: "No newsroom is open. Open your own, or the sample.",
  newsroomGone: ({ folder }: OfFolder) =>
    `The newsroom ${folder} is not there any more: its disk was unplugged, or the folder was moved. Nothing was written; put it back, and Stet goes on by itself.`,
  sampleInTheWay: ({ folder }: OfFolder) =>
    `The sample newsroom would lie in ${folder}, but other files are there. Move them aside and try again.`,
  newsroomTaken: ({ folder, holder }: OfFolder & { readonly holder: ToldHolder }) =>
    `The newsroom ${folder} is open ${holding(holder)}. Close it there, or choose another newsroom.`,
  otherDatabase: ({ path }: { readonly path: string }) =>
    `${path} is another program's database, not a newsroom. Stet has left it as it is; move it aside or choose another folder.`,
  newerDatabase: ({
    path,
    found,
    known,
  }: {
    readonly path: string;
    readonly found: number;
    readonly known: number;
  }) =>
    `${path} was written by a newer Stet (database version ${String(found)}; this Stet knows up to ${String(known)}). Nothing was touched: open it with that Stet, or choose another newsroom.`,

  diskFull: ({ where }: Pick<OnDisk, "where">) =>
    `The disk that holds ${where} is full. Nothing was half written; make room and try again.`,
  notWritable: ({ where, errno }: OnDisk) =>
    `${where} cannot be written to (${errno}). What was saved before is untouched; check that the folder is there, that its disk is not locked, and that you may write to it.`,
  databaseDamaged: ({ where, errno }: OnDisk) =>
    `The database in ${where} is damaged (${errno}). Stet has left it as it is. Close Stet and start it again: it then restores what can be had, and deletes nothing.`,
  keptOut: ({ where }: Pick<OnDisk, "where">) =>
    `Another program is working in ${where} and keeps Stet out. Close it there and try again.`,
  pathGone: ({ path }: { readonly path: string }) => `${path} is not there any more.`,
  noFolderDialog: "There is no folder dialog here. Type the folder's path.",
  noFileManager: ({ path }: { readonly path: string }) =>
    `There is no file manager to ask here. Look for ${path}.`,

  noStory: "There is no such story in this newsroom.",
  storyAstray: ({ slug }: OfStory) =>
    `The story “${slug}” is there, but the database does not lead to it any more. Restart Stet: it mends this from the backup.`,
  blockLost: ({ slug, block }: OfStory & { readonly block: string }) =>
    `The story “${slug}” has lost its block ${block}.`,
  blockSpoilt: ({ slug, block }: OfStory & { readonly block: string }) =>
    `The story “${slug}” has a paragraph that is not what was saved (block ${block}).`,
  storyNewer: ({ slug, found }: OfStory & { readonly found: number }) =>
    `The story “${slug}” was written by a newer Stet (document version ${String(found)}) and cannot be changed with this one.`,
  noSource: "There is no such source in this newsroom.",
  changedElsewhere: ({ slug, base, found }: OfStory & { readonly base: number; readonly found: number }) =>
    `“${slug}” was changed elsewhere: this text was made from version ${String(base)}, and the newsroom holds version ${String(found)}. Nothing was overwritten.`,
  storyBinned: ({ slug }: OfStory) =>
    `“${slug}” lies in the bin. Take it out before you change it; nothing was written.`,
  tksLeft: ({ slug, count, station, wherePhrase }: TksLeft) => {
    const [are, where] = count === 1 ? ["is", "It is"] : ["are", "The first is"];
    const end = /[.!?…]”$/u.test(wherePhrase) ? "" : ".";
    return `${amount(count, "TK", "TKs")} ${are} left in ${slug}, so it is not ${station}. ${where} in ${wherePhrase}${end}`;
  },
  mattersLeft: ({ slug, changes, queries, station, wherePhrase }: MattersLeft) => {
    const counts = [
      ...(changes === 0 ? [] : [amount(changes, "change", "changes")]),
      ...(queries === 0 ? [] : [amount(queries, "query", "queries")]),
    ];
    const are = changes + queries === 1 ? "is" : "are";
    return `${counts.join(" and ")} ${are} open in ${slug}, so it is not ${station}: ${wherePhrase}.`;
  },
  noRevisionOf: ({ slug }: OfStory) => `“${slug}” has no such revision; it may have been thinned out.`,
  noRevision: "There is no such revision; it may have been thinned out.",
  branchSettled: ({ slug }: OfStory) =>
    `This branch of “${slug}” was settled or continued meanwhile. Nothing was changed; look at it again.`,
  searchStopped: "The search was stopped.",
  notMeasured: "The stories are not measured any further.",
  queryTrouble: ({ query }: { readonly query: QueryTrouble }) => find.trouble(query),
  patternTooLong: ({ slug }: OfStory) =>
    `The pattern takes too long in ${slug}, so the search ended there. Make it stricter.`,
  tooManyHits: ({ slug, mostHits }: OfStory & { readonly mostHits: number }) =>
    `There are more than ${forms.figure(mostHits)} hits: the search ended at ${slug}.`,
  changedSince: ({ slug }: OfStory) => `${slug} has changed since it was searched.`,
  alreadySo: ({ slug }: OfStory) => `${slug} reads like that already.`,

  noBackupFolder: ({ folder }: OfFolder) =>
    `There is no folder ${folder}. Make it first, or plug its disk in.`,
  noBackup: "There is no backup yet. Make one first.",
  databaseProblem: ({ folder, problem }: OfFolder & { readonly problem: string }) =>
    `The database of ${folder} is damaged: ${problem}. Close Stet and start it again: it then restores what can be had.`,
  secondFolderAway: ({ folder }: OfFolder) =>
    `${folder} is not there: the disk is not plugged in, or the share cannot be reached. Backups in the newsroom's own folder go on.`,
  sameDisk: ({ folder }: OfFolder) =>
    `${folder} lies on the same disk as the newsroom: when that disk dies, both are gone.`,
  noSecondFolder: ({ folder }: OfFolder) =>
    `${folder} is not there. Plug the disk in, or make the folder first.`,
  secondFolderInside: ({ folder }: OfFolder) =>
    `${folder} lies in the newsroom itself. Choose a folder on another disk.`,
  notCopied: ({ photos, kitFiles }: { readonly photos: number; readonly kitFiles: number }) => {
    const lost = [
      ...(photos === 0 ? [] : [amount(photos, "photo", "photos")]),
      ...(kitFiles === 0 ? [] : [amount(kitFiles, "file of a desk kit", "files of desk kits")]),
    ];
    return `${lost.join(" and ")} could not be copied, because the newsroom's own file is missing or spoilt: check the newsroom.`;
  },
  copyingDatabase: "Copying the database",
  copyingPhotos: "Copying photos",
  comparingPhoto: ({ name }: { readonly name: string }) => `Comparing ${name} with its hash`,
  readingBackup: ({ file }: OfFile) => `Reading the backup ${file}`,
  readingStory: ({ slug }: OfStory) => `Reading “${slug}”`,
  readingDatabase: "Reading the database",
};
