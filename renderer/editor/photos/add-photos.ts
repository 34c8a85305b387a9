import {
  failure,
  PHOTO_MAX_BYTES,
  type Desk,
  type Failure,
  type PhotoAsset,
} from "#shared/contract/index.ts";
import { failed, type Result } from "#shared/rpc/result.ts";
import type { NoticeBoard } from "../notices/notices.ts";

async function readFile(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

async function addOne(desk: Desk, file: File): Promise<Result<PhotoAsset, Failure>> {
  if (file.size > PHOTO_MAX_BYTES) {
    const megabytes = String(Math.ceil(file.size / 1024 / 1024));
    const most = String(PHOTO_MAX_BYTES / 1024 / 1024);
    return failed(
      failure(
        "too-large",
        `${file.name} has ${megabytes} MB; Stet takes pictures up to ${most} MB.`,
        file.name,
      ),
    );
  }
  const bytes = await readFile(file);
  if (!bytes) {
    return failed(
      failure("not-found", `${file.name} could not be read: it is a folder, or gone by now.`, file.name),
    );
  }
  return desk.photos.add({ name: file.name || "pasted picture", bytes });
}

function whyNot(file: File, why: Failure): string {
  const name = file.name || "The pasted picture";
  return why.message.includes(name) ? why.message : `${name}: ${why.message}`;
}

/**
 * Puts picture files into the newsroom's archive, one after the other, and gives those that went
 * in. Says on the board how far it has come, and names each file that was refused and why.
 */
export async function addPhotos(
  desk: Desk,
  board: NoticeBoard,
  files: readonly File[],
): Promise<readonly PhotoAsset[]> {
  const added: PhotoAsset[] = [];
  const progress = board.put("busy", "Adding …");
  for (const [at, file] of files.entries()) {
    const place = files.length > 1 ? ` (${String(at + 1)} of ${String(files.length)})` : "";
    progress(`Adding ${file.name || "the pasted picture"}${place} …`);
    const answer = await addOne(desk, file);
    if (answer.ok) added.push(answer.value);
    else board.put("wrong", whyNot(file, answer.error));
  }
  progress();
  for (const { description } of added) {
    for (const disagreement of description.disagreements) board.put("note", disagreement);
  }
  return added;
}
