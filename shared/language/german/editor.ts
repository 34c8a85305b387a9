import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";

const { counted } = forms;

export const editor = {
  page: ({ slug }) => `Text von ${slug}`,
  couldNot: ({ why }) => `Das ging nicht (${why}). Der Text ist, wie er vorher war.`,
  lost: ({ controls, halves }) => {
    const said = [
      ...(controls > 0
        ? [`${counted(controls, { one: "Steuerzeichen", other: "Steuerzeichen" })} weggelassen`]
        : []),
      ...(halves > 0
        ? [`${counted(halves, { one: "halbes Zeichen", other: "halbe Zeichen" })} durch \uFFFD ersetzt`]
        : []),
    ];
    return `Getippt wurde etwas, das kein Text aufnehmen kann: ${said.join(", ")}.`;
  },
  undo: "Rückgängig",
  redo: "Wiederholen",
  notices: "Meldungen",
  dismiss: "Ausblenden",
  dismissThis: ({ text }) => `Ausblenden: ${text}`,
  cases: {
    upper: "GROSSBUCHSTABEN",
    lower: "kleinbuchstaben",
    sentence: "Groß am Satzanfang",
    title: "Englische Titelschreibung (AP)",
    next: "Nächste Groß- und Kleinschreibung",
  },
  measures: {
    behind: "Umgerechnetes Maß oder umgerechneter Betrag in Klammern dahinter",
    instead: "Umgerechnetes Maß oder umgerechneter Betrag an die Stelle der Angabe",
    none: "An der Schreibmarke steht weder ein Maß noch ein Geldbetrag. Sie muss in einer Zahl mit Einheit stehen: miles, feet, inches, pounds, acres, gallons, mph, °F oder deren metrische Gegenstücke; $, €, £, ¥ oder kr.",
  },
  tks: {
    next: "Nächstes TK",
    previous: "Voriges TK",
    none: "In diesem Text ist kein TK mehr offen.",
  },
  snippets: {
    expand: "Kürzel durch seinen Textbaustein ersetzen",
    insert: ({ name }) => `Textbaustein einfügen: ${name}`,
    noCode: "Vor der Schreibmarke steht kein Kürzel eines Textbausteins. Die Einstellungen führen sie auf.",
  },
  links: {
    edit: "Link …",
    remove: "Link entfernen",
    label: "Link",
    to: "Link auf",
    set: "Verlinken",
    noAddress:
      "Das ist keine Web- oder Mailadresse. Gefragt ist etwas wie example.org/seite oder name@example.org.",
  },
  byline: {
    names: "Autorenzeile",
    agency: "Agentur",
    unsaved:
      "Der Text ließ sich gerade nicht speichern; die Autorenzeile ist deshalb geblieben, wie sie war.",
  },
  photos: {
    insert: "Foto einfügen …",
    files: "Bilddateien",
    choose: "Bild wählen …",
    replace: "Bild ersetzen …",
    remove: "Foto entfernen",
    toCome: "Bild folgt – hier ablegen",
    unseen: "Dieses Bild lässt sich hier nicht zeigen. Es bleibt erhalten und geht unverändert hinaus.",
    withoutAlt: "Foto ohne Alternativtext",
    adding: "Wird aufgenommen …",
    addingOne: ({ name }) => `${name || "Das eingefügte Bild"} wird aufgenommen …`,
    addingOneOf: ({ name, nth, of }) =>
      `${name || "Das eingefügte Bild"} wird aufgenommen (${String(nth)} von ${String(of)}) …`,
    pasted: "eingefügtes Bild",
    tooLarge: ({ name, megabytes, most }) =>
      `${name} hat ${String(megabytes)} MB; Stet nimmt Bilder bis ${String(most)} MB.`,
    unreadable: ({ name }) => `${name} ließ sich nicht lesen: Es ist ein Ordner oder inzwischen fort.`,
    notAdded: ({ name, why }) => `${name || "Das eingefügte Bild"}: ${why}`,
    replaced: ({ name }) =>
      `${name} ist im Rahmen. Bildunterschrift, Bildnachweis und Alternativtext sind die des vorigen Bildes.`,
  },
  saving: {
    keptHere: "Die Redaktion konnte den Text gerade nicht annehmen. Er ist weiterhin hier aufgehoben.",
    keptAsCopy: ({ slug, copy }) =>
      `Der Text „${slug}“ ist nicht mehr in der Redaktion. Der eigene Wortlaut liegt jetzt unter „${copy}“; überschrieben wurde nichts.`,
    tailKeptAsCopy: ({ slug, copy }) =>
      `${slug} ist nicht mehr in der Redaktion. Sein Wortlaut liegt jetzt unter ${copy}.`,
    neverArrived: ({ slug, at }) =>
      `Was in ${slug} getippt wurde (${at}), ist nie in der Redaktion angekommen. Es ist hier aufgehoben.`,
    openIt: "Öffnen",
  },
  versions: {
    notSaved:
      "Der eigene Text ist noch nicht gespeichert, deshalb wurde nichts entschieden. Noch einmal versuchen, sobald die Zeile am Fuß ihn gespeichert nennt.",
    stillChanging:
      "Im anderen Fenster wird weitergeschrieben, deshalb wurde nichts entschieden. Gleich noch einmal versuchen.",
    onlyOne: "Es gibt nur noch eine Fassung: Jemand hat inzwischen entschieden.",
  },
} satisfies Catalogue["editor"];
