import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backupName, timeOfBackup } from "#main/core/backup/backup-file.ts";
import { KEPT, keptBackups } from "#main/core/backup/kept-backups.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Wednesday. */
const NOW = Date.UTC(2026, 10, 25, 12, 30);

/** A backup every hour, on the half hour, for so many days. */
function hourly(days: number): readonly number[] {
  return Array.from({ length: days * 24 }, (_, at) => NOW - at * HOUR);
}

function kept(times: readonly number[], nowMs = NOW): readonly number[] {
  return [...keptBackups(times, nowMs)].sort((a, b) => b - a);
}

const anyTimes = fc.uniqueArray(fc.integer({ min: NOW - 400 * DAY, max: NOW }), { maxLength: 120 });

describe("the backups that are kept", () => {
  it("are those of the last 24 hours, one for each of 14 days and one for each of 12 weeks", () => {
    const times = kept(hourly(200));
    expect(times.slice(0, 24)).toEqual(hourly(1));
    const daily = times.filter((atMs) => new Date(atMs).getUTCHours() === 23 && atMs > NOW - 14 * DAY);
    expect(daily).toHaveLength(KEPT.days - 1);
    const weekly = times.filter((atMs) => atMs <= NOW - 14 * DAY);
    expect(weekly.map((atMs) => new Date(atMs).getUTCDay())).toEqual(weekly.map(() => 0));
    expect(weekly).toHaveLength(KEPT.weeks - 3);
  });

  it("are all of them while there are few", () => {
    expect(kept([NOW, NOW - 2 * HOUR, NOW - 3 * DAY])).toEqual([NOW, NOW - 2 * HOUR, NOW - 3 * DAY]);
  });

  it("are not fewer because the laptop was shut for months: hours without a backup do not count", () => {
    const before = hourly(1).map((atMs) => atMs - 300 * DAY);
    expect(kept([NOW, ...before])).toHaveLength(24);
  });

  it("hold only the newest of an hour once a newer one is there", () => {
    expect(kept([NOW, NOW - 60_000, NOW - 120_000])).toEqual([NOW]);
  });

  it("are not pushed out by backups from the future, which stay as well", () => {
    const ahead = hourly(30).map((atMs) => atMs + 1000 * DAY);
    expect(kept([...ahead, ...hourly(1)])).toEqual([...ahead, ...hourly(1)]);
  });

  it("always hold the newest, are never more than 50, and lose nothing when they are sorted out twice", () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const once = kept(times);
        expect(once.length).toBeLessThanOrEqual(KEPT.hours + KEPT.days + KEPT.weeks);
        expect(once[0]).toBe(times.toSorted((a, b) => b - a)[0]);
        expect(kept(once)).toEqual(once);
      }),
    );
  });

  it("are enough, sorted out after every backup, to have one of each of the last days at the end", () => {
    const times = hourly(60).toReversed();
    const stepwise = times.reduce<readonly number[]>((all, atMs) => kept([...all, atMs], atMs), []);
    const days = new Set(stepwise.map((atMs) => Math.floor(atMs / DAY)));
    for (let day = 0; day < KEPT.days; day += 1) expect(days).toContain(Math.floor(NOW / DAY) - day);
  });
});

describe("the name of a backup", () => {
  it("is its second in UTC, with no sign that Windows refuses", () => {
    expect(backupName(Date.UTC(2026, 10, 22, 18, 30, 5, 700))).toBe("2026-11-22T18-30-05Z.db");
  });

  it("says when it was made, and other names say nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        expect(timeOfBackup(backupName(second * 1000))).toBe(second * 1000);
      }),
    );
    for (const name of [
      "newsroom.db",
      "2026-11-22T18-30-05Z.db-wal",
      ".arriving-1.db",
      "2026-13-45T18-30-05Z.db",
    ]) {
      expect(timeOfBackup(name)).toBeNull();
    }
  });
});
