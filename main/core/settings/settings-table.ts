import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { DEFAULT_SETTINGS } from "#shared/contract/first-settings.ts";
import { settingsChangeSchema, type Settings, type SettingsChange } from "#shared/contract/settings.ts";

/** What the person chose in one newsroom. */
export interface SettingsTable {
  readonly read: () => Settings;
  /** Commits the change and gives all settings as they are now. */
  readonly change: (change: SettingsChange) => Settings;
}

interface SettingRow {
  readonly name: string;
  readonly value: string;
}

/** Where exports go until the person says otherwise: the documents folder, or home where there is none. */
function usualExportFolder(): string {
  const documents = join(homedir(), "Documents");
  return existsSync(documents) ? documents : homedir();
}

/** A stored choice; none where it cannot be read, or is not one that this Stet knows. */
function choiceOf({ name, value }: SettingRow): SettingsChange {
  try {
    const choice = settingsChangeSchema.safeParse({ [name]: JSON.parse(value) });
    return choice.success ? choice.data : {};
  } catch {
    return {};
  }
}

/** Opens the settings of a newsroom. A choice that cannot be read any more falls back to the default. */
export function settingsTable(sql: Database): SettingsTable {
  const all = sql.prepare<[], SettingRow>("SELECT name, value FROM setting WHERE name NOT LIKE 'kit:%'");
  const put = sql.prepare<[string, string]>(
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const defaults: Settings = { ...DEFAULT_SETTINGS, exportInto: usualExportFolder() };
  const read = (): Settings =>
    all.all().reduce<Settings>((settings, row) => ({ ...settings, ...choiceOf(row) }), defaults);
  const write = sql.transaction((change: SettingsChange) => {
    for (const [name, value] of Object.entries(change)) put.run(name, JSON.stringify(value));
  });
  return {
    read,
    change: (change) => {
      write.immediate(change);
      return read();
    },
  };
}
