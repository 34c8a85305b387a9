import { readdirSync, readFileSync, renameSync, statSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ownNewsroom } from "./stored-stories.ts";

const EVERY = 700;
const PAGE_BYTES = 4096;

/** Turns bytes around all through a file, from some byte on. */
export function flipBytes(file: string, from = 0): void {
  const bytes = readFileSync(file);
  for (let at = from; at < bytes.length; at += EVERY) bytes[at] = 255 - (bytes[at] ?? 0);
  writeFileSync(file, bytes);
}

/** Damages everything of a newsroom's database but its first page. */
export function spoilDatabase(home: string): void {
  flipBytes(path.join(ownNewsroom(home), "newsroom.db"), PAGE_BYTES);
}

/** Cuts the second half of a newsroom's database off. */
export function cutDatabase(home: string): void {
  const file = path.join(ownNewsroom(home), "newsroom.db");
  truncateSync(file, Math.floor(statSync(file).size / 2));
}

/** Damages every backup in a newsroom's own folder. */
export function spoilBackups(home: string): void {
  const folder = path.join(ownNewsroom(home), "backups");
  for (const name of readdirSync(folder)) if (name.endsWith(".db")) flipBytes(path.join(folder, name));
}

/** Damages every photo of a newsroom. */
export function spoilPhotos(home: string): void {
  const folder = path.join(ownNewsroom(home), "photos");
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) flipBytes(path.join(entry.parentPath, entry.name));
  }
}

/** Pulls the disk that holds a folder; call what it returns to plug it in again. */
export function unplug(folder: string): () => void {
  const away = `${folder}.unplugged`;
  renameSync(folder, away);
  return () => renameSync(away, folder);
}
