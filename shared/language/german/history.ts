import type { BlockKind } from "#shared/document/index.ts";
import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { story } from "./story.ts";

const { counted, figure } = forms;

function name(kind: BlockKind | "unknown"): string {
  return kind === "unknown" ? "Block aus einem neueren Stet" : story.kinds[kind];
}

/** `Foto (2), Autorenzeile`: each kind once, with how many there are of it where there are several. */
function kindsListed(kinds: readonly (BlockKind | "unknown")[]): string {
  return [...new Set(kinds)]
    .map((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      return count === 1 ? name(kind) : `${name(kind)} (${figure(count)})`;
    })
    .join(", ");
}

export const history = {
  noStory: "Der Verlauf steht hier, sobald ein Text geöffnet ist.",
  none: "Noch ist keine Fassung aufgehoben. Solange sich der Text ändert, hebt Stet alle paar Minuten von selbst eine auf.",
  again: "Noch einmal versuchen",
  versions: "Fassungen dieses Textes",
  compareWith: "Vergleich mit",
  storyNow: "dem Text jetzt",
  versionBefore: "der Fassung davor",
  mark: "Merken",
  marked: "zum Vergleich gemerkt",
  notSettled: "noch nicht entschieden",
  keep: {
    ask: "Diese Fassung behalten …",
    as: "Diese Fassung behalten als",
    keep: "Behalten",
    cancel: "Abbrechen",
    noName: "Die Fassung braucht einen Namen: was sie ist oder wohin sie geht.",
    notSaved:
      "Der Text ließ sich nicht speichern, deshalb gibt es noch nichts zu behalten. Die Statuszeile sagt, warum.",
    kept: ({ name: wanted }) => `Diese Fassung ist als „${wanted}“ aufgehoben.`,
  },
  causes: {
    first: "Begonnen",
    import: "Hereingeholt",
    auto: "Von selbst gespeichert",
    status: "Status geändert",
    named: "Von Hand behalten",
    "before-restore": "Vor dem Wiederherstellen einer Fassung",
    "before-merge": "Vor dem Zusammenführen zweier Fassungen",
    merge: "Zwei Fassungen zusammengeführt",
    branch: "Neben dem Text aufgehoben",
  },
  statusChanged: ({ status }) => `Status geändert: ${status}`,
  keptAs: ({ name: kept }) => `Behalten als „${kept}“`,
  savedBeside: "Neben dem Text gespeichert",
  wordsChanged: ({ added, removed }) =>
    `${[...(added > 0 ? [`+${figure(added)}`] : []), ...(removed > 0 ? [`−${figure(removed)}`] : [])].join(" ")} ${added + removed === 1 ? "Wort" : "Wörter"}`,
  otherLook: "gleiche Wörter, anderes Aussehen",
  noChange: "keine Änderung im Text",
  justNow: "gerade eben",
  minutesAgo: ({ count }) => `vor ${String(count)} Min.`,
  hoursAgo: ({ count }) => `vor ${String(count)} Std.`,
  today: "Heute",
  yesterday: "Gestern",
  version: ({ why, dayIfAny, clock }) =>
    dayIfAny === null ? `${why}, ${clock}` : `${why}, ${dayIfAny}, ${clock}`,
  comparison: {
    label: ({ before, after }) => `${before}, verglichen mit: ${after}`,
    next: "Nächster Unterschied",
    last: "Voriger Unterschied",
    putBack: "Diesen Teil wiederherstellen",
    back: "Zurück zur Seite",
    place: ({ hereIfAny, of }) => `${hereIfAny === null ? "–" : String(hereIfAny)} von ${String(of)}`,
    close: "Schließen",
    text: "Der Text mit markierten Unterschieden",
    facts: "Daten",
    storyNow: "Der Text jetzt",
    putVersionBack: "Diese Fassung wiederherstellen",
    putEarlierBack: "Die frühere wiederherstellen",
    putLaterBack: "Die spätere wiederherstellen",
    mark: "Als Änderungen markieren",
    notOpened: "Diese Fassung ließ sich nicht öffnen",
    takeBlockOut: "Entfernen",
    putBlockBack: "Zurückholen",
    heard: { added: " hinzugefügt: ", deleted: " gelöscht: ", otherLook: " anderes Aussehen: " },
  },
  outside: {
    name: "Mit einer anderen Fassung vergleichen",
    button: "Mit einer Datei vergleichen …",
    ask: "Eine andere Fassung dieses Textes einfügen",
    whose: "Von wem",
    noAuthor: "Von wem ist diese Fassung? Ihre Änderungen tragen dann diesen Namen.",
    compare: "Vergleichen",
    refused: ({ name: file }) => `${file} wurde nicht verglichen`,
    other: "Mit etwas anderem vergleichen",
    oneAtATime: ({ name: file, leftOut }) =>
      `Verglichen wird immer nur eine Fassung: ${file} wurde genommen, ${counted(leftOut, { one: "andere Datei", other: "andere Dateien" })} nicht.`,
    version: ({ name: file, author }) => `${file}, von ${author}`,
    stays: ({ name: file, kinds }) =>
      `${file} hat nichts davon, deshalb bleibt es, wie es ist: ${kindsListed(kinds)}.`,
    mark: ({ author }) => `Als Änderungen von ${author} markieren`,
    marked: ({ count, author, name: file }) =>
      count === 0
        ? `${file} hat denselben Text: Es wurde nichts markiert.`
        : `${counted(count, { one: "Änderung", other: "Änderungen" })} von ${author} aus ${file} markiert. Jede lässt sich annehmen oder verwerfen.`,
    notKept: ({ name: file, why }) =>
      `Die Änderungen sind markiert, aber ${file} ließ sich nicht neben dem Text aufheben: ${why}`,
  },
  blocks: {
    name: ({ blockKind }) => name(blockKind),
    added: ({ blockKind }) => `${name(blockKind)} hinzugefügt`,
    deleted: ({ blockKind }) => `${name(blockKind)} gelöscht`,
    changed: ({ blockKind }) => `${name(blockKind)} geändert`,
    movedAway: ({ blockKind, way }) => {
      if (way === "away") return `${name(blockKind)} von hier verschoben`;
      return `${name(blockKind)} von hier nach ${way === "up" ? "oben" : "unten"} verschoben`;
    },
    movedHere: ({ blockKind, way }) =>
      `${name(blockKind)} von ${way === "up" ? "unten" : "oben"} hierher verschoben`,
    movedHereAndChanged: ({ blockKind, way }) =>
      `${name(blockKind)} von ${way === "up" ? "unten" : "oben"} hierher verschoben und geändert`,
  },
  sum: {
    none: "Kein Unterschied im Text",
    wordsAdded: ({ count }) => `${counted(count, { one: "Wort", other: "Wörter" })} hinzugefügt`,
    wordsDeleted: ({ count }) => `${counted(count, { one: "Wort", other: "Wörter" })} gelöscht`,
    andDeleted: ({ count }) => `${figure(count)} gelöscht`,
    paragraphsMoved: ({ count }) => `${counted(count, { one: "Absatz", other: "Absätze" })} verschoben`,
    blocksMoved: ({ count }) => `${counted(count, { one: "Block", other: "Blöcke" })} verschoben`,
    picturesChanged: ({ count }) => `${counted(count, { one: "Bild", other: "Bilder" })} geändert`,
    otherwiseChanged: ({ count }) =>
      `${counted(count, { one: "Block", other: "Blöcke" })} bei gleichen Wörtern geändert`,
  },
  looks: {
    marks: {
      bold: "fett",
      italic: "kursiv",
      underline: "unterstrichen",
      strikethrough: "durchgestrichen",
      superscript: "hochgestellt",
      subscript: "tiefgestellt",
      smallCaps: "Kapitälchen",
    },
    plain: "ohne Auszeichnung",
    linked: ({ href }) => `verlinkt mit ${href}`,
    inserted: "als Einfügung markiert",
    deleted: "als Löschung markiert",
    reformatted: "als anders ausgezeichnet markiert",
    factsChanged: "als geändert markiert",
    moved: "als verschoben markiert",
    notesChanged: "Notizen geändert",
    changed: ({ before, after }) => `jetzt ${after}, vorher ${before}`,
  },
  photo: {
    withoutAlt: "Foto ohne Alternativtext",
    toCome: "Bild folgt",
    added: "Bild hinzugefügt",
    deleted: "Bild gelöscht",
  },
  differences: {
    kind: "Art",
    alternates: "Weitere Titel",
    authors: "Autoren",
    agency: "Agentur",
    crop: "Ausschnitt",
    size: "Druckgröße",
    content: "Inhalt",
    none: "keine Angabe",
    openChanges: "Offene Änderungen",
    newerStet: { before: "wie ein neueres Stet es damals schrieb", after: "wie es das später schrieb" },
    wholePicture: "das ganze Bild",
    cropped: ({ width, height, left, top }) => `${width} × ${height}, ${left} von links, ${top} von oben`,
    noSize: "keine Größe",
    sized: ({ widthPt, heightPt }) => `${figure(widthPt)} × ${figure(heightPt)} pt`,
  },
  inPrint: "Im Druck",
  print: {
    none: "auf keiner Seite",
    placed: "platziert",
    fitted: "eingepasst",
    released: "freigegeben",
  },
  putBack: {
    marked: ({ count, version }) =>
      count === 0
        ? `Seit dieser Fassung hat sich am Text nichts geändert: ${version}.`
        : `${counted(count, { one: "markierte Änderung", other: "markierte Änderungen" })} seit dieser Fassung: ${version}. Jede lässt sich annehmen oder verwerfen.`,
    version: ({ slug, version }) => `${slug} ist wiederhergestellt: ${version}.`,
    facts: {
      back: "Auch die Daten sind wiederhergestellt.",
      kept: ({ message }) => `Die Daten bleiben, wie sie sind: ${message}`,
      stay: {
        slug: "Das Stichwort bleibt, weil ein anderer Text inzwischen das alte hat.",
        status: "Der Status bleibt: Der Text geht auf seinem Weg nicht zurück.",
        printStatus: "Der Stand im Druck bleibt.",
      },
    },
    takenOut: ({ blockKind }) => `${name(blockKind)} entfernt.`,
    block: ({ blockKind }) => `${name(blockKind)} wiederhergestellt.`,
    notSaved: ({ slug }) =>
      `${slug} ließ sich nicht speichern, deshalb wurde nichts wiederhergestellt. Die Statuszeile sagt, warum.`,
    undo: "Rückgängig",
  },
} satisfies Catalogue["history"];
