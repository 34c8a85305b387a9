import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { failure, type Desk, type Failure } from "#shared/contract/index.ts";
import { NO_PICTURE, type AssetId } from "#shared/document/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { PHOTOGRAPHS, type Photograph } from "./photographs.ts";
import { sampleClock, type SampleStory } from "./sample-story.ts";
import { brekkeMail } from "./stories/brekke-mail.ts";
import { busVote } from "./stories/bus-vote.ts";
import { harborStorm } from "./stories/harbor-storm.ts";
import { marketHours } from "./stories/market-hours.ts";
import { schoolRobotics } from "./stories/school-robotics.ts";
import { stormChecklist } from "./stories/storm-checklist.ts";
import { treatyTalks } from "./stories/treaty-talks.ts";
import { tributeFerry } from "./stories/tribute-ferry.ts";

/** The one made last stands first in the desk list. */
const STORIES: readonly SampleStory[] = [
  tributeFerry,
  brekkeMail,
  marketHours,
  schoolRobotics,
  treatyTalks,
  stormChecklist,
  harborStorm,
  busVote,
];

/** Beside this file in the checkout; beside the bundle where Stet was built. */
const PHOTO_FOLDERS = [join(import.meta.dirname, "photos"), import.meta.dirname];

async function photographBytes(fileName: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const path = PHOTO_FOLDERS.map((folder) => join(folder, fileName)).find((place) => existsSync(place));
  return path === undefined ? null : new Uint8Array(await readFile(path));
}

async function addPhotographs(
  photos: Desk["photos"],
): Promise<Result<ReadonlyMap<Photograph, AssetId>, Failure>> {
  const assets = new Map<Photograph, AssetId>();
  for (const photograph of PHOTOGRAPHS) {
    const name = `${photograph}.jpg`;
    const bytes = await photographBytes(name);
    if (!bytes) {
      return failed(failure("not-found", `Stet was installed without its sample photo ${name}.`, name));
    }
    const added = await photos.add({ name, bytes });
    if (!added.ok) return added;
    assets.set(photograph, added.value.asset);
  }
  return ok(assets);
}

/**
 * Fills an empty newsroom with the sample: eight invented stories in every state of the day, with
 * five photographs made for them and deadlines around `nowMs` (milliseconds since 1970). Gives the
 * first failure of the services it asks.
 */
export async function fillSample(
  target: Pick<Desk, "stories" | "photos">,
  nowMs: number,
): Promise<Result<null, Failure>> {
  const added = await addPhotographs(target.photos);
  if (!added.ok) return added;
  const clock = sampleClock(nowMs);
  for (const sample of STORIES) {
    const document = sample.document((photograph) => added.value.get(photograph) ?? NO_PICTURE);
    const created = await target.stories.create({ facts: sample.facts(clock), document });
    if (!created.ok) return created;
  }
  return ok(null);
}
