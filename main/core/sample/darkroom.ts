import sharp from "sharp";
import { SCENE, type Scene } from "./scenes/scene.ts";

const QUALITY = 76;

/** Film grain: grey noise around the middle, which soft light leaves as bright as it was. */
async function grain(spread: number): Promise<Buffer> {
  return sharp({
    create: {
      width: SCENE.widthPx,
      height: SCENE.heightPx,
      channels: 3,
      background: "#808080",
      noise: { type: "gaussian", mean: 128, sigma: spread },
    },
  })
    .greyscale()
    .blur(0.8)
    .png()
    .toBuffer();
}

/** Makes a photograph of a drawn scene: softened, with grain, as an sRGB JPEG. */
export async function develop(scene: Scene): Promise<Uint8Array> {
  const drawn = await sharp(Buffer.from(scene.svg)).flatten().toColourspace("srgb").png().toBuffer();
  const softened = await sharp(drawn).blur(scene.softnessPx).toBuffer();
  const developed = await sharp(softened)
    .composite([{ input: await grain(scene.grain), blend: "soft-light" }])
    .withIccProfile("srgb")
    .withDensity(240)
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer();
  return new Uint8Array(developed);
}
