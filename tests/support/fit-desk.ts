import { nodeCompositors } from "#main/core/fit/node-compositor.ts";
import type { ProofSetting } from "#main/formats/proof-pdf/proof-story.ts";
import type { Compositor } from "#shared/fit/compose/index.ts";
import type { StorySetting } from "#shared/fit/depth/index.ts";
import { ok } from "#shared/rpc/result.ts";
import { broadsheet, houseBytes, specOf } from "./kits.ts";

const compositors = nodeCompositors();

/** The compositor of the broadsheet that comes with Stet, in Node as the command line has it. */
export async function broadsheetCompositor(): Promise<Compositor> {
  const opened = await compositors.of(broadsheet(), (sha256) => ok(houseBytes(sha256)));
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** The broadsheet with one of its column specs. */
export function broadsheetSetting(spec = "News", change: Partial<StorySetting> = {}): StorySetting {
  const kit = broadsheet();
  return { kit, spec: specOf(kit, spec), ...change };
}

/** What a proof of a story in the broadsheet is made with. */
export async function proofSetting(change: Partial<ProofSetting> = {}): Promise<ProofSetting> {
  const kit = broadsheet();
  return {
    kit,
    spec: "News",
    compositor: await broadsheetCompositor(),
    fontBytes: ({ family, style }) => {
      const font = kit.fonts.find((one) => one.family === family && one.style === style);
      if (!font) throw new Error(`no font ${family} ${style}`);
      return houseBytes(font.sha256);
    },
    paper: "a4",
    profile: null,
    legs: null,
    headline: null,
    factor: 1,
    measured: 0,
    trouble: null,
    version: 7,
    ...change,
  };
}
