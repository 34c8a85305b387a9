import type { Retelling } from "../../told.ts";
import { codes } from "./codes.ts";
import { exporting } from "./exporting.ts";
import { intake } from "./intake.ts";
import { kits } from "./kits.ts";
import { newsroom } from "./newsroom.ts";
import { photos } from "./photos.ts";
import { recovery } from "./recovery.ts";
import { readWords } from "./read-words.ts";

export const told = {
  sentences: { ...intake, ...photos, ...newsroom, ...exporting, ...kits, ...recovery },
  codes,
  readWords,
} satisfies Retelling;
