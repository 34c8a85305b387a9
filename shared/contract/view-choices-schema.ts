import { z } from "zod";
import {
  CHARACTERS_PER_LINE,
  CONTRASTS,
  LINE_SPACINGS,
  MEASURE_CHARACTERS,
  MEASURES,
  MOTIONS,
  PAGE_FACES,
  USUAL_LENGTH_FIGURES,
  USUAL_VIEW,
  WORDS_PER_MINUTE,
  ZOOM_STEPS,
  type LengthFigures,
  type ViewChoices,
} from "./view-choices.ts";

function within({ least, most }: { readonly least: number; readonly most: number }): z.ZodInt {
  return z.int().min(least).max(most);
}

const ends = (steps: readonly number[]) => ({ least: Math.min(...steps), most: Math.max(...steps) });

/** A choice that another Stet knows and this one does not falls back by itself: all others hold. */
export const viewChoicesSchema: z.ZodType<ViewChoices> = z.object({
  zoom: within(ends(ZOOM_STEPS)).catch(USUAL_VIEW.zoom),
  measure: z.enum(MEASURES).catch(USUAL_VIEW.measure),
  measureCharacters: within(MEASURE_CHARACTERS).catch(USUAL_VIEW.measureCharacters),
  face: z.enum(PAGE_FACES).catch(USUAL_VIEW.face),
  lineSpacing: within(ends(LINE_SPACINGS)).catch(USUAL_VIEW.lineSpacing),
  looseLetters: z.boolean().catch(USUAL_VIEW.looseLetters),
  typewriter: z.boolean().catch(USUAL_VIEW.typewriter),
  contrast: z.enum(CONTRASTS).catch(USUAL_VIEW.contrast),
  motion: z.enum(MOTIONS).catch(USUAL_VIEW.motion),
});

export const lengthFiguresSchema: z.ZodType<LengthFigures> = z.object({
  charactersPerLine: within(CHARACTERS_PER_LINE).catch(USUAL_LENGTH_FIGURES.charactersPerLine),
  wordsPerMinute: within(WORDS_PER_MINUTE).catch(USUAL_LENGTH_FIGURES.wordsPerMinute),
});
