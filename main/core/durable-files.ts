import { open, rm } from "node:fs/promises";

/**
 * Makes the names in a folder outlive a power cut: a new or renamed file is on disk only when its
 * folder is. Windows offers no such call and keeps its folder entries in a journal instead.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a new file whose bytes are on the disk when this returns; its name is safe only after
 * {@link syncFolder}. Throws what the file system says, `EEXIST` where the file is there already,
 * and then leaves no half file behind.
 */
export async function writeDurably(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes, signal ? { signal } : {});
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}
