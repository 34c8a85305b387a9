/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** What ends in a full stop and no sentence with it: titles, initials, months and the like. */
const SHORT_FORM =
  /(?:^|[\s(\u2018\u201C"'])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Lt|Gen|Col|Sgt|Capt|Cmdr|Maj|Sen|Rep|Supt|Det|St|Mt|Ft|No|Nos|vs|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

function trimmed(text: string, { from, to }: Stretch): Stretch {
  const piece = text.slice(from, to);
  const lead = piece.length - piece.trimStart().length;
  return lead === piece.length
    ? { from, to: from }
    : { from: from + lead, to: from + piece.trimEnd().length };
}

/** The sentences of a text in order, without the white space between them. */
export function sentences(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const { index, segment } of SENTENCES.segment(text)) {
    const to = index + segment.length;
    if (to < text.length && SHORT_FORM.test(text.slice(from, to).trimEnd())) continue;
    const stretch = trimmed(text, { from, to });
    if (stretch.from < stretch.to) found.push(stretch);
    from = to;
  }
  return found;
}

/** The sentence that an offset stands in or behind; null in a text without one. */
export function sentenceAt(text: string, offset: number): Stretch | null {
  const all = sentences(text);
  return all.find(({ to }) => offset <= to) ?? all.at(-1) ?? null;
}
