import { z } from "zod";
import {
  TYPOGRAPHY_LOCALES,
  TYPOGRAPHY_RULES,
  type TypographyLocale,
  type TypographyRule,
} from "#shared/style/typography/choices.ts";
import { AUTHOR_MAX, SUGGESTING_IN_AT_MOST } from "./limits.ts";
import { lengthFiguresSchema, viewChoicesSchema } from "./view-choices-schema.ts";
import { FIT_UNITS, type FitUnit, type LengthFigures, type ViewChoices } from "./view-choices.ts";
import { exchangeRatesSchema } from "#shared/style/currency/rates-schema.ts";
import type { ExchangeRates } from "#shared/style/currency/rates.ts";
import { storyPairSchema } from "./story-pair-schema.ts";
import type { StoryPair } from "./story-pair.ts";
import type { Snippet } from "#shared/style/snippets/snippet.ts";
import { LANGUAGE_CHOICES, type LanguageChoice } from "#shared/language/languages.ts";
import {
  EXPORT_FORMATS,
  PICTURE_CHOICES,
  PROOF_PAPERS,
  type ExportFormat,
  type PictureChoice,
  type ProofPaper,
} from "./export-choices.ts";

/** Keys in place of a command's own, by the command's id; an empty list for a command that shall have none. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

/** What a person has chosen for this newsroom on this laptop. */
export interface Settings {
  readonly theme: "system" | "light" | "dark";
  /** What the interface speaks. The language of the copy is another choice: see `typographyLocale`. */
  readonly language: LanguageChoice;
  /** The name that stands on changes and in exports. */
  readonly userName: string;
  readonly deskListOpen: boolean;
  readonly railOpen: boolean;
  /** The story that was open last; null for none. */
  readonly lastStory: string | null;
  /** The two stories that stood beside each other last; null where there was one. */
  readonly pair: StoryPair | null;
  readonly exportInto: string;
  readonly exportFormats: readonly ExportFormat[];
  readonly exportPictures: PictureChoice;
  readonly exportZip: boolean;
  readonly proofPaper: ProofPaper;
  /** The CMYK profile (ICC file) that pictures on a proof are converted to; empty for RGB. */
  readonly proofProfile: string;
  readonly typographyAsYouType: boolean;
  readonly typographyLocale: TypographyLocale;
  /** The rules that do not apply. A rule that comes with a later Stet applies until it is switched off. */
  readonly typographyOff: readonly TypographyRule[];
  /** Whether the page shows spaces, tabs, breaks and what else has no ink. */
  readonly showInvisibles: boolean;
  /** The unit that the depth of a story is shown in. */
  readonly fitUnit: FitUnit;
  /** Whether the page shows where the story is overset, and the lines to look at. */
  readonly fitMarks: boolean;
  readonly view: ViewChoices;
  readonly lengthFigures: LengthFigures;
  readonly chosenKeys: ChosenKeys;
  /** The stories whose edits are tracked as changes for others to decide on. */
  readonly suggestingIn: readonly string[];
  /** Boilerplate texts by code. */
  readonly snippets: readonly Snippet[];
  /** What the desk converts amounts of money by. */
  readonly exchangeRates: ExchangeRates;
}

/** Rules that another Stet knows and this one does not are passed over; the choice of the others holds. */
const rules: z.ZodType<readonly TypographyRule[]> = z
  .array(z.string())
  .transform((names) => TYPOGRAPHY_RULES.filter((rule) => names.includes(rule)));

export const chosenKeysSchema: z.ZodType<ChosenKeys> = z
  .record(z.string().max(80), z.array(z.string().max(40)).max(4).readonly())
  .readonly();

const shapes = {
  theme: z.enum(["system", "light", "dark"]),
  language: z.enum(LANGUAGE_CHOICES),
  userName: z.string().max(AUTHOR_MAX),
  deskListOpen: z.boolean(),
  railOpen: z.boolean(),
  lastStory: z.string().nullable(),
  pair: storyPairSchema.nullable(),
  exportInto: z.string(),
  exportFormats: z.array(z.enum(EXPORT_FORMATS)).readonly(),
  exportPictures: z.enum(PICTURE_CHOICES),
  exportZip: z.boolean(),
  proofPaper: z.enum(PROOF_PAPERS),
  proofProfile: z.string(),
  typographyAsYouType: z.boolean(),
  typographyLocale: z.enum(TYPOGRAPHY_LOCALES),
  typographyOff: rules,
  showInvisibles: z.boolean(),
  fitUnit: z.enum(FIT_UNITS),
  fitMarks: z.boolean(),
  view: viewChoicesSchema,
  lengthFigures: lengthFiguresSchema,
  suggestingIn: z.array(z.string().max(80)).max(SUGGESTING_IN_AT_MOST).readonly(),
  snippets: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\S{1,20}$/u),
        name: z.string().min(1).max(80),
        text: z.string().min(1).max(2_000),
      }),
    )
    .max(500)
    .readonly(),
  exchangeRates: exchangeRatesSchema,
  chosenKeys: chosenKeysSchema,
};

export const settingsSchema: z.ZodType<Settings> = z.strictObject(shapes);

export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] };

export const settingsChangeSchema: z.ZodType<SettingsChange> = z.strictObject({
  theme: shapes.theme.exactOptional(),
  language: shapes.language.exactOptional(),
  userName: shapes.userName.exactOptional(),
  deskListOpen: shapes.deskListOpen.exactOptional(),
  railOpen: shapes.railOpen.exactOptional(),
  lastStory: shapes.lastStory.exactOptional(),
  pair: shapes.pair.exactOptional(),
  exportInto: shapes.exportInto.exactOptional(),
  exportFormats: shapes.exportFormats.exactOptional(),
  exportPictures: shapes.exportPictures.exactOptional(),
  exportZip: shapes.exportZip.exactOptional(),
  proofPaper: shapes.proofPaper.exactOptional(),
  proofProfile: shapes.proofProfile.exactOptional(),
  typographyAsYouType: shapes.typographyAsYouType.exactOptional(),
  typographyLocale: shapes.typographyLocale.exactOptional(),
  typographyOff: shapes.typographyOff.exactOptional(),
  showInvisibles: shapes.showInvisibles.exactOptional(),
  fitUnit: shapes.fitUnit.exactOptional(),
  fitMarks: shapes.fitMarks.exactOptional(),
  view: shapes.view.exactOptional(),
  lengthFigures: shapes.lengthFigures.exactOptional(),
  chosenKeys: shapes.chosenKeys.exactOptional(),
  suggestingIn: shapes.suggestingIn.exactOptional(),
  snippets: shapes.snippets.exactOptional(),
  exchangeRates: shapes.exchangeRates.exactOptional(),
});

/** Choices that outlive the window. */
export const settingsService = {
  methods: {
    read: { params: z.null(), result: settingsSchema },
    change: { params: settingsChangeSchema, result: settingsSchema },
  },
  events: { changed: settingsSchema },
};
