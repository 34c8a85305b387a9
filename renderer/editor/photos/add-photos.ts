import {
  failure,
  PHOTO_MAX_BYTES,
  type Desk,
  type Failure,
  type PhotoAsset,
} from "#shared/contract/index.ts";
import { retold, words } from "#shared/language/index.ts";
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
    const megabytes = Math.ceil(file.size / 1024 / 1024);
    const most = PHOTO_MAX_BYTES / 1024 / 1024;
    return failed(
      failure("too-large", words().editor.photos.tooLarge({ name: file.name, megabytes, most }), file.name),
    );
  }
  const bytes = await readFile(file);
  if (!bytes) {
    return failed(failure("not-found", words().editor.photos.unreadable({ name: file.name }), file.name));
  }
  return desk.photos.add({ name: file.name || words().editor.photos.pasted, bytes });
}

function whyNot(file: File, why: Failure): string {
  const name = file.name || words().editor.photos.pasted;
  if (why.message.includes(name)) return why.message;
  return words().editor.photos.notAdded({ name: file.name, why: why.message });
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
  const progress = board.put("busy", words().editor.photos.adding);
  for (const [at, file] of files.entries()) {
    const { addingOne, addingOneOf } = words().editor.photos;
    const { name } = file;
    const many = files.length > 1;
    progress(many ? addingOneOf({ name, nth: at + 1, of: files.length }) : addingOne({ name }));
    const answer = await addOne(desk, file);
    if (answer.ok) added.push(answer.value);
    else board.put("wrong", whyNot(file, answer.error));
  }
  progress();
  for (const { description } of added) {
    for (const disagreement of description.disagreements) board.put("note", retold(disagreement));
  }
  return added;
}
