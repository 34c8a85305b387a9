/** How small and how large a figure of a kit may be. */
export interface Limits {
  readonly least: number;
  readonly most: number;
  /** Whether only whole numbers will do. */
  readonly isWhole?: true;
}

/** No page is larger, in points: 200 inches. */
const LARGEST_PT = 14_400;

/** The limits of every figure of a kit: what the reader refuses, and what an editor need not offer. */
export const KIT_LIMITS = {
  length: { least: 0, most: LARGEST_PT },
  positiveLength: { least: 1, most: LARGEST_PT },
  shift: { least: -LARGEST_PT, most: LARGEST_PT },
  typeSize: { least: 2, most: 720 },
  columns: { least: 1, most: 24, isWhole: true },
  tracking: { least: -200, most: 1_000 },
  wordSpace: { least: 0, most: 1_000 },
  letterSpace: { least: -100, most: 500 },
  glyphScale: { least: 50, most: 200 },
  shortestWord: { least: 3, most: 25, isWhole: true },
  before: { least: 1, most: 15, isWhole: true },
  after: { least: 1, most: 15, isWhole: true },
  ladder: { least: 0, most: 25, isWhole: true },
  dropCapLines: { least: 2, most: 10, isWhole: true },
  dropCapCharacters: { least: 1, most: 10, isWhole: true },
} as const satisfies Readonly<Record<string, Limits>>;

/** The longest texts of a kit, in characters. */
export const KIT_TEXTS = { name: 80, note: 2_000, lead: 4 } as const;

/** So many headline codes a column spec may hold, and so many column specs a kit. */
export const MOST_HEADLINE_CODES = 200;
export const MOST_SPECS = 100;
