import type { ArchivedPictures, CarriedPicture, CarriedPictures } from "#main/formats/carried-pictures.ts";
import type { Failure } from "#shared/contract/failures.ts";
import type { AssetId } from "#shared/document/index.ts";
import type { PictureLeftWhy } from "#shared/language/english/told/intake.ts";
import { told, type Told } from "#shared/language/told.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import type { PhotoArchive } from "./archive.ts";
import { inspectPicture } from "./picture-file.ts";

/** What is wrong with a picture by itself; everything else is wrong with the newsroom. */
const REFUSALS: ReadonlyMap<Failure["code"], PictureLeftWhy> = new Map([
  ["empty-file", "damaged"],
  ["broken-file", "damaged"],
  ["too-large", "large"],
  ["unsupported-file", "other"],
]);

async function refusalOf({ name, read }: CarriedPicture): Promise<PictureLeftWhy | null> {
  const bytes = await read();
  if (typeof bytes === "string") return bytes;
  const sound = await inspectPicture(name, bytes);
  return sound.ok ? null : (REFUSALS.get(sound.error.code) ?? "damaged");
}

/** Says of the pictures that copy carries how many would come into the archive, and why others would not. Stores nothing. */
export async function tellCarried({ pictures, left }: CarriedPictures): Promise<readonly Told[]> {
  const out = new Map(left);
  let coming = 0;
  for (const picture of pictures) {
    const why = await refusalOf(picture);
    if (why === null) coming += picture.uses;
    else out.set(why, (out.get(why) ?? 0) + picture.uses);
  }
  return [
    ...(coming > 0 ? [told("wordPicturesCome", { count: coming })] : []),
    ...[...out].map(([because, count]) => told("wordPicturesOut", { count, because })),
  ];
}

/** Says that all pictures that copy carries stay out: it is only compared with a story. */
export function tellLeft({ pictures, left }: CarriedPictures): readonly Told[] {
  const uses = pictures.map((picture) => picture.uses);
  const count = [...uses, ...left.values()].reduce((sum, more) => sum + more, 0);
  return count > 0 ? [told("wordPicturesLeft", { count })] : [];
}

/**
 * Takes the pictures that copy carries into the archive, all but those that it refuses for what they are.
 * Gives the first failure that is none of a picture's own: `disk-full`, `not-writable`. What came in
 * before it stays: a photo that no story uses harms none.
 */
export async function archiveCarried(
  { pictures }: CarriedPictures,
  archive: Pick<PhotoArchive, "add">,
): Promise<Result<ArchivedPictures, Failure>> {
  const archived = new Map<string, AssetId>();
  for (const { key, name, read } of pictures) {
    const bytes = await read();
    if (typeof bytes === "string") continue;
    const added = await archive.add(name, bytes);
    if (added.ok) archived.set(key, added.value.asset);
    else if (!REFUSALS.has(added.error.code)) return added;
  }
  return ok(archived);
}
