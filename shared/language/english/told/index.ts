import { exporting } from "./exporting.ts";
import { intake } from "./intake.ts";
import { kits } from "./kits.ts";
import { newsroom } from "./newsroom.ts";
import { photos } from "./photos.ts";
import { recovery } from "./recovery.ts";

/** Every sentence that the core tells, in English: what goes to the command line, into reports and logs as well. */
export const told = { ...intake, ...photos, ...newsroom, ...exporting, ...kits, ...recovery };
