/**
 * Draws the sample newsroom's photographs anew: `node main/core/sample/draw-photos.ts`. The results
 * are kept in the repository, so that nobody needs to run this but to change a picture.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openPictureTags } from "../photos/picture-tags.ts";
import { develop } from "./darkroom.ts";
import { PHOTOGRAPH_WORDS, PHOTOGRAPHS, type Photograph } from "./photographs.ts";
import { chamber } from "./scenes/chamber.ts";
import { fogRoad } from "./scenes/fog-road.ts";
import { gym } from "./scenes/gym.ts";
import { harbor } from "./scenes/harbor.ts";
import { market } from "./scenes/market.ts";
import type { Scene } from "./scenes/scene.ts";

const SCENES: Readonly<Record<Photograph, Scene>> = { harbor, chamber, gym, "fog-road": fogRoad, market };

const tags = openPictureTags();
try {
  for (const name of PHOTOGRAPHS) {
    const path = fileURLToPath(new URL(`photos/${name}.jpg`, import.meta.url));
    await writeFile(path, await develop(SCENES[name]));
    const written = await tags.write(path, PHOTOGRAPH_WORDS[name]);
    if (!written.ok) throw new Error(`${name} has no caption: ${written.error}`);
  }
} finally {
  await tags.close();
}
