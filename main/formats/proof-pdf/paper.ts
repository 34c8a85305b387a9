/** The papers of an office printer, in points. */
export const PAPERS = {
  a4: { name: "A4", widthPt: 595.28, heightPt: 841.89 },
  letter: { name: "Letter", widthPt: 612, heightPt: 792 },
} as const;

/** No office printer reaches closer to the edge than this everywhere. */
export const PAPER_MARGIN_PT = 30;

/** Room for the slug line above the copy. */
export const SLUG_ROOM_PT = 30;

/** Room to the left of the first column for its line numbers. */
export const NUMBER_ROOM_PT = 12;
