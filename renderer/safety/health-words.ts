import { fileSize } from "#renderer/app/file-size.ts";
import type {
  CheckedBackup,
  HealthReport,
  MadeBackup,
  PhotoTrouble,
  RestoreTest,
  SafetyStatus,
  SecondFolder,
} from "#shared/contract/index.ts";
import { retold, words } from "#shared/language/index.ts";
import { atTime, LITTLE_ROOM, shortName, type Tone } from "./safety-words.ts";

/** A sentence of the page, and how it is coloured: `good` says that somebody looked and it is so. */
export interface Finding {
  readonly text: string;
  readonly tone: Tone | "good";
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long something took: `40 ms`, `1.4 s`, `2 min`. */
export function howLong(ms: number): string {
  const { milliseconds, seconds, minutes } = words().safety.health;
  if (ms < SECOND_MS) return milliseconds({ count: Math.round(ms) });
  if (ms < MINUTE_MS) return seconds({ count: ms / SECOND_MS });
  return minutes({ count: Math.round(ms / MINUTE_MS) });
}

/** What is left on the newsroom's disk. */
export function roomWords(freeBytes: number | null): Finding {
  const { roomUnknown, room } = words().safety.saved;
  if (freeBytes === null) return { text: roomUnknown, tone: "plain" };
  const tone = freeBytes < LITTLE_ROOM ? "nearly" : "plain";
  return { text: room({ fileSize: fileSize(freeBytes) }), tone };
}

/** The newest backup in the newsroom's own folder. */
export function lastBackupWords({ lastBackup, isBackingUp }: SafetyStatus, nowMs: number): Finding {
  const { first, none, last } = words().safety.backups;
  if (lastBackup === null) return { text: isBackingUp ? first : none, tone: "plain" };
  const { atMs, bytes } = lastBackup;
  return { text: last({ at: atTime(atMs, nowMs), fileSize: fileSize(bytes) }), tone: "good" };
}

/** A backup that was just made. */
export function madeWords({ atMs, stories, blocks, bytes }: MadeBackup, nowMs: number): string {
  const { made } = words().safety.backups;
  return made({ at: atTime(atMs, nowMs), stories, blocks, fileSize: fileSize(bytes) });
}

/** How the second folder stands. */
export function secondFolderWords(second: SecondFolder, isBackingUp: boolean, nowMs: number): Finding {
  const { chosen, state, lastBackupAtMs, trouble } = second;
  const name = shortName(chosen);
  const said = words().safety.second;
  const withNewest = (text: string): string =>
    lastBackupAtMs === null ? text : `${text} ${said.newest({ at: atTime(lastBackupAtMs, nowMs) })}`;
  const findings: Readonly<Record<SecondFolder["state"], Finding>> = {
    "in-step":
      lastBackupAtMs === null
        ? { text: said.firstToCome({ name }), tone: "plain" }
        : { text: withNewest(said.inStep({ name })), tone: "good" },
    behind: isBackingUp
      ? { text: withNewest(said.copying({ name })), tone: "plain" }
      : { text: withNewest(said.behind({ name })), tone: "nearly" },
    absent: { text: (trouble && retold(trouble)) ?? said.absent({ name }), tone: "nearly" },
    failed: { text: (trouble && retold(trouble)) ?? said.failed({ name }), tone: "wrong" },
  };
  return findings[state];
}

/** How a backup fared when it was restored for a test. */
export function restoreTestWords(test: RestoreTest, nowMs: number): Finding {
  const { stories, blocks, tookMs, troubles } = test;
  const { whole, notWhole } = words().safety.restore;
  const when = { at: atTime(test.atMs, nowMs), backup: atTime(test.backup.atMs, nowMs) };
  const [first] = troubles;
  return first === undefined
    ? { text: whole({ ...when, took: howLong(tookMs), stories, blocks }), tone: "good" }
    : { text: notWhole({ ...when, first, more: troubles.length - 1 }), tone: "wrong" };
}

/** A photo that is not what it was, and what was done about it. */
export function photoWords({ name, what, refetchedFrom }: PhotoTrouble): Finding {
  const { health } = words().safety;
  if (refetchedFrom === null) {
    const lost = what === "missing" ? health.photoMissing : health.photoChanged;
    return { text: lost({ name }), tone: "wrong" };
  }
  const mended = what === "missing" ? health.photoMissingRefetched : health.photoChangedRefetched;
  return { text: mended({ name, folder: refetchedFrom }), tone: "nearly" };
}

/** The state of a backup that was read again. */
export function checkedWords({ trouble }: CheckedBackup): Finding {
  return trouble === null
    ? { text: words().safety.health.good, tone: "good" }
    : { text: trouble, tone: "wrong" };
}

function databaseFindings({ databaseTroubles, strayRows, databaseBytes, logBytes }: HealthReport): Finding[] {
  const { sound, damaged, strays } = words().safety.health;
  const size = { database: fileSize(databaseBytes), log: fileSize(logBytes) };
  return [
    ...(databaseTroubles.length === 0 ? [{ text: sound(size), tone: "good" as const }] : []),
    ...databaseTroubles.map((why): Finding => ({ text: damaged({ why }), tone: "wrong" })),
    ...(strayRows === 0 ? [] : [{ text: strays({ count: strayRows }), tone: "nearly" as const }]),
  ];
}

function storyFindings({ stories, unreadableStories, searchTroubles }: HealthReport): Finding[] {
  const { allReadable, unreadable, search } = words().safety.health;
  return [
    unreadableStories.length === 0
      ? { text: allReadable({ count: stories }), tone: "good" }
      : { text: unreadable({ count: unreadableStories.length, of: stories }), tone: "wrong" },
    ...unreadableStories.map(({ slug, message }): Finding => ({
      text: `${slug}: ${message}`,
      tone: "wrong",
    })),
    ...searchTroubles.map((why): Finding => ({ text: search({ why }), tone: "nearly" })),
  ];
}

function photoFindings({ photos, photoBytes, photoTroubles }: HealthReport): Finding[] {
  const { noPhotos, photosGood, photosBad } = words().safety.health;
  if (photos === 0) return [{ text: noPhotos, tone: "plain" }];
  const all = { count: photos, fileSize: fileSize(photoBytes) };
  if (photoTroubles.length === 0) return [{ text: photosGood(all), tone: "good" }];
  return [
    { text: photosBad({ ...all, bad: photoTroubles.length }), tone: "nearly" },
    ...photoTroubles.map(photoWords),
  ];
}

/** What a look at the whole newsroom found, in the order in which it matters. */
export function healthFindings(report: HealthReport): readonly Finding[] {
  return [...databaseFindings(report), ...storyFindings(report), ...photoFindings(report)];
}
