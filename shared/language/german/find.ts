import type { PatternTrouble, QueryTrouble } from "#shared/find/index.ts";
import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { story } from "./story.ts";

const { counted, figure } = forms;

const PATTERN_TROUBLES: Readonly<Record<PatternTrouble, string>> = {
  "unclosed-group": "Dieser reguläre Ausdruck ist nicht lesbar: Eine Klammer ( ist nicht geschlossen.",
  "unopened-group": "Dieser reguläre Ausdruck ist nicht lesbar: Eine Klammer ) wurde nie geöffnet.",
  "unclosed-class": "Dieser reguläre Ausdruck ist nicht lesbar: Eine Klammer [ ist nicht geschlossen.",
  "lone-brace":
    "Dieser reguläre Ausdruck ist nicht lesbar: { und } zählen etwas oder werden \\{ und \\} geschrieben.",
  "nothing-to-repeat":
    "Dieser reguläre Ausdruck ist nicht lesbar: Vor *, + oder ? steht nichts, was sich wiederholen ließe.",
  "numbers-out-of-order":
    "Dieser reguläre Ausdruck ist nicht lesbar: Die Zahlen in {…} stehen in der falschen Reihenfolge.",
  "range-out-of-order":
    "Dieser reguläre Ausdruck ist nicht lesbar: Ein Bereich in […] steht in der falschen Reihenfolge.",
  "unclosed-brace": "Dieser reguläre Ausdruck ist nicht lesbar: Eine { ist nicht geschlossen.",
  "backslash-at-end":
    "Dieser reguläre Ausdruck ist nicht lesbar: Er endet mit einem \\, hinter dem nichts steht.",
  "meaningless-escape":
    "Dieser reguläre Ausdruck ist nicht lesbar: Ein \\ steht vor einem Buchstaben, der damit nichts bedeutet.",
  "unknown-property":
    "Dieser reguläre Ausdruck ist nicht lesbar: Eine solche Art von Zeichen in \\p{…} gibt es nicht.",
  "unknown-group":
    "Dieser reguläre Ausdruck ist nicht lesbar: Eine genannte Gruppe gibt es nicht, oder ihr Name ist falsch geschrieben.",
  "same-group-twice": "Dieser reguläre Ausdruck ist nicht lesbar: Zwei Gruppen haben denselben Namen.",
  "unknown-kind-of-group": "Dieser reguläre Ausdruck ist nicht lesbar: Was auf (? folgt, ist nicht bekannt.",
  "too-large": "Dieser reguläre Ausdruck ist nicht lesbar: Er ist zu groß.",
  unknown: "Dieser reguläre Ausdruck ist nicht lesbar. Bitte Klammern und Rückstriche prüfen.",
};

function trouble(of: QueryTrouble): string {
  switch (of.problem) {
    case "nothing":
      return "Es ist kein Buchstabe oder Zeichen zu suchen.";
    case "too-long":
      return `Das ist zu lang zum Suchen: Höchstens ${String(of.most)} Zeichen gehen.`;
    default:
      return PATTERN_TROUBLES[of.pattern];
  }
}

export const find = {
  commands: {
    open: "In diesem Text suchen",
    replace: "In diesem Text suchen und ersetzen",
    next: "Weitersuchen",
    previous: "Rückwärts weitersuchen",
  },
  bar: "In diesem Text suchen",
  field: "Suchen",
  inStory: "In diesem Text suchen",
  inStories: "In Texten suchen",
  trouble,
  notFound: "Nicht gefunden",
  found: ({ count }) => `${figure(count)} gefunden`,
  place: ({ nth, of }) => `${figure(nth)} von ${figure(of)}`,
  undo: "Rückgängig",
  previous: "Vorige Stelle",
  previousKeys: "Vorige Stelle (Umschalt+F3)",
  next: "Nächste Stelle",
  nextKeys: "Nächste Stelle (F3)",
  onlyIn: ({ limits }) => (limits === 0 ? "Nur in" : `Nur in (${String(limits)})`),
  onlyInPlaces: "Nur in",
  onlyWhereItIs: "Nur wo der Text so aussieht",
  list: "Liste",
  close: "Schließen",
  closeKeys: "Schließen (Esc)",
  ways: "Art der Suche",
  way: {
    matchesCase: { sign: "Groß/klein", name: "Groß/klein beachten" },
    isWholeWord: { sign: "Ganze Wörter", name: "Ganze Wörter" },
    ignoresAccents: { sign: "Ohne Akzente", name: "Ohne Akzente" },
    isPattern: { sign: ".*", name: "Regulärer Ausdruck" },
  },
  replaceWith: "Ersetzen durch",
  replaceWithGroups: "Ersetzen durch ($1 für eine Gruppe)",
  replace: "Ersetzen",
  replaceKeys: "Eingabetaste im Feld",
  replaceTicked: ({ count }) => `${figure(count)} angehakte ersetzen`,
  takeOutTicked: ({ count }) => `${figure(count)} angehakte herausnehmen`,
  replaceAll: ({ count }) => (count > 0 ? `Alle ${figure(count)} ersetzen` : "Alle ersetzen"),
  replaceAllKeys: "Strg oder ⌘ mit der Eingabetaste im Feld",
  look: {
    keepCase: "Groß/klein mitnehmen",
    keepCaseMeans:
      "Aus Nebel wird Dunst und aus NEBEL wird DUNST; ein Ersatz mit eigenen Großbuchstaben bleibt, wie er geschrieben ist.",
    isExact:
      "Mit „Groß/klein beachten“ oder einem regulären Ausdruck wird der Ersatz genommen, wie er geschrieben ist.",
    format: "Auszeichnung",
    formatIs: ({ look }) => `Auszeichnung: ${look}`,
    choices: { stays: "wie sie ist", set: "setzen", cleared: "wegnehmen" },
    changes: ({ sets, clears }) =>
      [...sets.map((mark) => story.marks[mark]), ...clears.map((mark) => `nicht ${story.marks[mark]}`)].join(
        ", ",
      ),
  },
  readOnly: "Dieser Text ist nur zu lesen.",
  ticked: ({ count, of }) => `${figure(count)} von ${figure(of)} angehakt`,
  tickAll: "Alle anhaken",
  tickNone: "Keine anhaken",
  hits: "Fundstellen in diesem Text",
  hitsInStories: "Fundstellen in Texten",
  replaced: ({ count, missed }) => {
    const done =
      count === 0
        ? "Es wurde nichts ersetzt."
        : `${counted(count, { one: "Stelle", other: "Stellen" })} ersetzt.`;
    if (missed === 0) return done;
    return `${done} ${counted(missed, { one: "Stelle lautet", other: "Stellen lauten" })} inzwischen anders.`;
  },
  fromTop: "Weiter vom Anfang.",
  fromEnd: "Weiter vom Ende.",
  takenBack: "Zurückgenommen.",
  patternTooSlow:
    "Dieses Muster braucht in diesem Text zu lange. Es muss strenger werden: weniger * und + ineinander.",
  patternMatchesNothing: "Dieses Muster passt nur zwischen Buchstaben: Es gibt nichts zu finden.",
  notSaved: "Der Text ließ sich nicht speichern, deshalb wurde nichts ersetzt. Die Statuszeile sagt, warum.",
  changedSince: "Seither wurde etwas anderes geändert: „Rückgängig“ im Text nimmt zuerst das zurück.",
  stories: {
    title: "In Texten suchen und ersetzen",
    close: "Schließen",
    search: "Suchen",
    stop: "Anhalten",
    found: "Gefunden",
    outcome: "Ergebnis",
    open: ({ slug }) => `${slug} öffnen`,
    unsaved:
      "Der Text auf der Seite ließ sich nicht speichern, deshalb wurde nicht gesucht. Die Statuszeile sagt, warum.",
    stopped: "Die Suche wurde angehalten.",
    storyNotSaved: ({ slug }) => `${slug} ließ sich nicht speichern.`,
    beforeTakenOut: ({ sought }) => `Bevor „${sought}“ herausgenommen wurde`,
    beforeReplaced: ({ sought, replacement }) => `Bevor aus „${sought}“ „${replacement}“ wurde`,
    anyOfLook: "Text von einem Aussehen",
    beforeFormat: ({ sought, look }) => `Bevor „${sought}“ ausgezeichnet wurde: ${look}`,
    formatTicked: ({ count }) => `${figure(count)} angehakte auszeichnen`,
    replacedNothing: "Es wurde nichts ersetzt.",
    replaced: ({ places, stories }) =>
      `${counted(places, { one: "Stelle", other: "Stellen" })} in ${counted(stories, { one: "Text", other: "Texten" })} ersetzt. Im Verlauf ist jeder aufgehoben, wie er vorher war.`,
    takenBack: ({ stories }) =>
      stories === 0
        ? "Es wurde nichts zurückgenommen."
        : `In ${counted(stories, { one: "Text", other: "Texten" })} zurückgenommen.`,
    leftAsIs: ({ slugs }) =>
      `Seither geändert und deshalb so gelassen: ${slugs.join(", ")}. Der Verlauf hat die Fassung davor.`,
    searching: "Wird gesucht …",
    searchingAt: ({ nth, of }) => `Wird gesucht: ${figure(nth)} von ${figure(of)} …`,
    replacing: "Wird ersetzt …",
    replacingAt: ({ nth, of }) => `Wird ersetzt: ${figure(nth)} von ${figure(of)} …`,
    typeFirst: "Suchwort tippen, dann Eingabetaste.",
    enterSearches: "Die Eingabetaste durchsucht alle Texte.",
    notFound: ({ searched }) => `In ${counted(searched, { one: "Text", other: "Texten" })} nicht gefunden.`,
    sum: ({ places, stories, searched }) =>
      `${counted(places, { one: "Stelle", other: "Stellen" })} in ${counted(stories, { one: "Text", other: "Texten" })}, ${figure(searched)} durchsucht.`,
  },
} satisfies Catalogue["find"];
