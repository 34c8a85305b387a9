import {
  DOCUMENT_SCHEMA,
  NO_PICTURE,
  type Block,
  type StoryDocument,
  type TextKind,
} from "#shared/document/index.ts";
import type { ColumnSpec } from "#shared/fit/kit/kit.ts";

/** Copy with every kind of block in it, made up, and only measured and drawn. */
interface SampleCopy {
  readonly headline: string;
  readonly byline: string;
  readonly caption: string;
  readonly credit: string;
  readonly text: readonly (readonly [Exclude<TextKind, "headline" | "byline">, string])[];
}

const ENGLISH: SampleCopy = {
  headline: "Net loft to stay a workshop after all, council decides",
  byline: "By Ada Brennick",
  caption: "Ropes and corks hang in the loft above the slip, where nets were tarred until 1958.",
  credit: "Photo: Jonas Weld",
  text: [
    ["deck", "Four of seven members vote against flats; the roof is to be mended before winter"],
    ["source", "Oldmarsh Ledger"],
    ["dateline", "OLDMARSH —"],
    [
      "paragraph",
      "The net loft above the slip will stay what it has been for a hundred and forty years. After an evening of argument the council turned down an offer from an out-of-town builder and gave the rope-makers another ten-year lease.",
    ],
    [
      "paragraph",
      "“We have neighbors who remember the smell of tar,” said Councilwoman Ruth Ekdahl, whose amendment carried the day. “Nobody has ever asked them for a view of the water from a bathtub.”",
    ],
    ["subhead", "What it will cost"],
    [
      "paragraph",
      "Mending the roof comes to about $312,000, of which the county pays a third. The remainder is borrowed against the mooring fees, which rise by 4.5 percent in the spring.",
    ],
    ["listItem", "Slates and gutters first, before the November storms."],
    ["listItem", "Then the beams over the western workroom, two of which are propped."],
    ["pullQuote", "“A loft without rope is an attic with a good address.”"],
    [
      "paragraph",
      "Builders have until Friday week to object. The harbormaster expects no more than a letter, and an unfriendly one.",
    ],
    ["tagline", "Ada Brennick covers the waterfront."],
    ["endMark", "■"],
    ["factBox", "The loft at a glance: built 1884; 62 by 18 feet; nine rope-makers; no heating."],
  ],
};

const GERMAN: SampleCopy = {
  headline: "Netzboden bleibt Werkstatt: Rat lehnt Umbau zu Wohnungen ab",
  byline: "Von Ada Brennicke",
  caption: "Taue und Korken hängen auf dem Boden über der Slipanlage, wo bis 1958 Netze geteert wurden.",
  credit: "Foto: Jonas Weldt",
  text: [
    ["deck", "Vier von sieben Mitgliedern stimmen dagegen; das Dach soll vor dem Winter dicht sein"],
    ["source", "Altmarscher Anzeiger"],
    ["dateline", "ALTMARSCH."],
    [
      "paragraph",
      "Der Netzboden über der Slipanlage bleibt, was er seit hundertvierzig Jahren ist. Nach einem langen Abend lehnte der Gemeinderat das Angebot eines auswärtigen Bauträgers ab und verlängerte den Seilmachern die Pacht um zehn Jahre.",
    ],
    [
      "paragraph",
      "„Wir haben Nachbarn, die den Teer noch gerochen haben“, sagte Ratsfrau Ruth Ekdahl, deren Änderungsantrag den Ausschlag gab. „Keiner von ihnen hat je um Seeblick aus der Badewanne gebeten.“",
    ],
    ["subhead", "Was es kostet"],
    [
      "paragraph",
      "Die Dachreparatur ist mit 312.000 Euro veranschlagt, ein Drittel davon übernimmt der Landkreis. Der Rest wird auf die Liegeplatzgebühren aufgenommen, die im Frühjahr um 4,5 Prozent steigen.",
    ],
    ["listItem", "Zuerst Schiefer und Dachrinnen, noch vor den Novemberstürmen."],
    ["listItem", "Danach die Balken über der westlichen Werkstatt, von denen zwei gestützt sind."],
    ["pullQuote", "„Ein Netzboden ohne Seile ist ein Speicher mit guter Adresse.“"],
    [
      "paragraph",
      "Einsprüche sind bis Freitag in einer Woche möglich. Die Hafenmeisterei rechnet mit einem Brief, und zwar mit einem unfreundlichen.",
    ],
    ["tagline", "Ada Brennicke schreibt über den Hafen."],
    ["endMark", "■"],
    ["factBox", "Der Boden in Zahlen: erbaut 1884; 19 mal 5,5 Meter; neun Seilmacher; keine Heizung."],
  ],
};

function blocksOf({ headline, byline, caption, credit, text }: SampleCopy): readonly Block[] {
  const [deck, ...others] = text.map(([kind, said], nr): Block => ({
    id: `sample-${String(nr)}`,
    kind,
    runs: [{ text: said }],
  }));
  return [
    { id: "sample-headline", kind: "headline", runs: [{ text: headline }] },
    ...(deck ? [deck] : []),
    { id: "sample-byline", kind: "byline", authors: [], agency: null, runs: [{ text: byline }] },
    {
      id: "sample-photo",
      kind: "photo",
      asset: NO_PICTURE,
      caption: [{ text: caption }],
      credit: [{ text: credit }],
      alt: "",
      crop: null,
      size: null,
    },
    ...others,
  ];
}

const SAMPLES = { en: blocksOf(ENGLISH), de: blocksOf(GERMAN) };

/** Copy for the sample of a column spec, in the language that its body text is divided in: German, else English. */
export function sampleCopy({ styles }: ColumnSpec): StoryDocument {
  const blocks = styles.paragraph.hyphenation?.language === "de" ? SAMPLES.de : SAMPLES.en;
  return { schema: DOCUMENT_SCHEMA, blocks };
}
