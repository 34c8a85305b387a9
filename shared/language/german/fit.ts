import type { Against, Range } from "../english/fit.ts";
import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const { counted, decimal, figure, quoted } = forms;

const units = { lines: "Zeilen", inches: "Zoll", picas: "Pica", cm: "Zentimeter" } as const;

const styles = {
  headline: "Titel",
  deck: "Unterzeile",
  byline: "Autorenzeile",
  source: "Quelle",
  paragraph: "Absatz",
  subhead: "Zwischentitel",
  pullQuote: "Zitat",
  listItem: "Listenpunkt",
  factBox: "Infokasten",
  tagline: "Schlusszeile",
  endMark: "Schlusszeichen",
  caption: "Bildtext",
  credit: "Bildquelle",
};

const composers = { "single-line": "Zeile für Zeile", "optimum-fit": "ganzer Absatz" } as const;

const oneUnit = { words: "Wörter", lines: "Zeilen", inches: "Zoll" } as const;

function sized(amount: number, unit: keyof typeof units | "words"): string {
  if (unit === "lines") return counted(amount, nouns.line);
  if (unit === "words") return counted(amount, nouns.word);
  if (unit === "inches") return `${decimal(amount, 2)} Zoll`;
  return unit === "picas" ? `${decimal(amount, 1)} Pica` : `${decimal(amount, 1)} cm`;
}

export const fit = {
  name: "Umfang",
  units,
  flags: {
    tight: "Eng",
    loose: "Weit",
    runt: "Kurze Endzeile",
    widow: "Hurenkind",
    orphan: "Schusterjunge",
    near: "Bricht beinahe anders um",
    "outside-limits": "Über die Grenzen",
    "forced-apart": "Mit Gewalt getrennt",
    "too-wide": "Zu breit",
    "missing-glyph": "Zeichen fehlt in der Schrift",
    "missing-face": "Schnitt fehlt im Paket",
  },
  faults: {
    preposition: "endet auf eine Präposition",
    article: "endet auf einen Artikel",
    conjunction: "endet auf eine Konjunktion",
    verb: "reißt ein Verb auseinander",
    adjective: "trennt Adjektiv und Nomen",
    possessive: "trennt Besitzwort und Nomen",
    name: "reißt einen Namen auseinander",
    number: "trennt Zahl und Gezähltes",
  },
  composers,
  styles,
  commands: {
    headline: "Titelwerkstatt",
    overset: "Zum Übersatz gehen",
    marks: "Satzmarken auf der Seite zeigen oder verbergen",
    lineEnds: "Enden der gesetzten Zeilen zeigen oder verbergen",
    galley: "Fahne: der Text in seinen Spalten, oder nur die Seite",
    cut: "Zur billigsten Kürzung gehen",
    applyBest: "Titel am besten umbrechen",
    unit: ({ unit }: { readonly unit: keyof typeof units }) => `Länge in ${units[unit]}`,
  },
  depth: ({ deep, unit }: { readonly deep: number; readonly unit: keyof typeof units }) => sized(deep, unit),
  range: ({ least, most }: { readonly least: number; readonly most: number }) =>
    least === most ? figure(least) : `${figure(least)}–${figure(most)}`,
  against: ({ over, planUnit, fitState }: Against) => {
    const far = planUnit === "inches" ? decimal(Math.abs(over), 2) : figure(Math.abs(Math.round(over)));
    const sign = over > 0 ? "+" : over < 0 ? "−" : "±";
    const name = { over: "zu lang", short: "zu kurz", fits: "passt" }[fitState];
    return `${sign}${far} ${oneUnit[planUnit]}, ${name}`;
  },
  turned: ({ over, planUnit, fitState }: Against) =>
    fitState === "fits"
      ? "Der Text passt."
      : `Der Text ist ${sized(Math.abs(over), planUnit)} zu ${fitState === "over" ? "lang" : "kurz"}.`,
  overset: ({ lines }: { readonly lines: number }) => `${counted(lines, nouns.line)} Übersatz`,
  wordsOver: ({ words }: { readonly words: number }) => `${counted(words, nouns.word)} zu viel`,
  partTitle: "Wie lang der gesetzte Text ist. Öffnet den Bereich.",
  waiting: "Der Text wird gesetzt …",
  none: "Hier steht der Umfang des geöffneten Textes.",
  failed: ({ why }: { readonly why: string }) => `Der Text ließ sich nicht setzen: ${why}`,
  notStarted: "das Setzprogramm ist nicht angelaufen",
  stopped: "das Setzprogramm wurde beendet",
  column: {
    half: "Spalte",
    setIn: "Gesetzt in",
    kit: "Satzpaket",
    spec: "Satzart",
    chosenFor: {
      story: "Für diesen Text gewählt.",
      desk: "Wie sein Ressort.",
      newsroom: "Wie die Redaktion.",
      stet: "Wie mit Stet geliefert.",
    },
    asDesk: "Wie sein Ressort",
    legs: "Spaltenraum",
    legCount: "Spalten",
    legDepth: "Je, in Zoll",
    noLegs: "Kein Spaltenraum",
    setLegs: "Raum setzen",
    left: ({ inches }: { readonly inches: number }) => `${decimal(inches, 2)} Zoll frei`,
    length: "Länge",
    shownIn: "Länge in der Statuszeile",
    depth: "Länge",
    words: "Wörter in der Spalte",
    planned: "Geplant",
    noPlan: "Keine Länge geplant",
    underOthers: ({ lines, least, most, composer }: Range) =>
      least === most
        ? `${counted(lines, nouns.line)}, ${composers[composer]} oder anders`
        : `${counted(lines, nouns.line)}; anders gesetzt ${figure(least)}–${figure(most)}`,
    flagged: "Auffällige Zeilen",
    noFlags: "Nichts Auffälliges.",
    lineNr: ({ nth }: { readonly nth: number }) => `Zeile ${figure(nth)}`,
    cuts: "Billigste Kürzungen",
    noCuts: "Keine billige Kürzung gefunden.",
    looking: "Wird gesucht …",
    cut: ({ count, lines }: { readonly count: number; readonly lines: number }) =>
      `${counted(count, nouns.character)}, spart ${counted(lines, nouns.line)}`,
    after: ({ lines }: { readonly lines: number }) => `dann ${counted(lines, nouns.line)}`,
    fills: "Billigste Füllungen",
    growth: ({ count }: { readonly count: number }) =>
      `${counted(count, nouns.character)} mehr füllen eine Zeile`,
    calibration: "Eichung",
    factor: ({ factor, count }: { readonly factor: number; readonly count: number }) =>
      count === 0
        ? "Nichts gemessen: Längen wie gesetzt."
        : `Längen wie gesetzt × ${decimal(factor, 3)}, aus ${count === 1 ? "1 platzierten Text" : `${figure(count)} platzierten Texten`}.`,
    real: "Wirkliche Länge dieses Textes auf der Druckseite, in Zoll",
    measure: "Merken",
    more: ({ count }: { readonly count: number }) => `und ${figure(count)} weitere`,
  },
  numbers: {
    head: "Maße des Grundtextes",
    size: "Schriftgrad, in Punkt",
    leading: "Zeilenabstand, in Punkt",
    measure: "Satzbreite, in Punkt",
    spaceMin: "Kleinster Wortabstand, in Prozent",
    spaceMax: "Größter Wortabstand, in Prozent",
    copy: ({ name }: { readonly name: string }) => `${name}, Kopie`,
    setIn: "So setzen",
    noteOwn: "Sie gelten überall, wo dieses Paket gewählt ist; der Text auf der Seite ist das Muster.",
    note: "Sie kommen in eine Kopie des Pakets, die für diesen Text gilt: Er ist zugleich das Muster.",
  },
  headline: {
    half: "Titel",
    order: "Auftrag",
    orderMeans: "Spalten-Punkt-Zeilen",
    noCode: ({ typed }: { readonly typed: string }) =>
      `${quoted(typed)} ist kein Auftrag: Spalten-Punkt-Zeilen, etwa 3-36-2.`,
    keep: "Für diesen Text merken",
    prints: "Wird gedruckt",
    other: ({ nth }: { readonly nth: number }) => `Andere Fassung ${figure(nth)}`,
    deck: "Unterzeile",
    none: "Der Text hat noch keinen Titel.",
    line: { fits: "passt", short: "kurz", over: "zu lang" },
    counts: ({ overCounts }: { readonly overCounts: number }) =>
      overCounts > 0
        ? `+${decimal(overCounts, 1)} Anschläge`
        : `−${decimal(Math.abs(overCounts), 1)} Anschläge`,
    tooMany: ({ lines, most }: { readonly lines: number; readonly most: number }) =>
      `${counted(lines, nouns.line)}, bestellt sind ${figure(most)}`,
    best: "Bester Umbruch",
    isBest: "Bestens umbrochen.",
    apply: "So umbrechen",
    meter: ({ percent }: { readonly percent: number }) => `${figure(percent)} % der Breite`,
  },
  galley: {
    name: "Fahne",
    leg: ({ nth }: { readonly nth: number }) => `Spalte ${figure(nth)}`,
    overset: "Übersatz",
    close: "Fahne schließen",
    picture: "Bild",
    hint: "Ein Klick auf ein Wort führt zu seiner Stelle auf der Seite.",
  },
  kits: {
    title: "Satzpakete",
    ours: "kommt mit Stet",
    use: "Für die Redaktion",
    used: "In der Redaktion in Gebrauch",
    bringIn: "Paket hereinholen …",
    export: "Exportieren",
    remove: "Entfernen",
    broughtIn: ({ name }: { readonly name: string }) => `${name} ist da.`,
  },
} satisfies Catalogue["fit"];
