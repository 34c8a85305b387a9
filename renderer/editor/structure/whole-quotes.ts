/** What closes a quotation, by what opens it; a sign that opens and closes alike stands for itself. */
const CLOSES: Readonly<Record<string, string>> = {
  "\u201C": "\u201D",
  "\u201E": "\u201C",
  "\u201D": "\u201D",
  "\u00AB": "\u00BB",
  "\u00BB": "\u00AB",
  '"': '"',
};

/** The sign that opened the quotation in which a text ends; null where none is open. */
function openQuote(text: string, before: string | null = null): string | null {
  let open = before;
  for (const sign of text) {
    if (open !== null) {
      if (sign === CLOSES[open]) open = null;
    } else if (sign in CLOSES) open = sign;
  }
  return open;
}

/** The quotation marks that a piece lacks once it is taken out of its paragraph. */
export interface MissingQuotes {
  readonly before: string;
  readonly after: string;
}

/**
 * What a piece of a paragraph needs in front and behind so that every quotation in it is whole: a
 * sentence from the middle of a quotation gets both marks, one that ends it the first only. A mark
 * that the piece lost at its edge is told by what stands before the piece in the paragraph.
 */
export function missingQuotes(textBefore: string, piece: string): MissingQuotes {
  const opened = openQuote(textBefore);
  const left = openQuote(piece, opened);
  return { before: opened ?? "", after: left === null ? "" : (CLOSES[left] ?? "") };
}
