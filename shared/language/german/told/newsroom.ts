import type { ToldHolder } from "../../english/told/newsroom.ts";
import type { ToldCatalogue } from "../../told.ts";
import { find } from "../find.ts";
import { germanForms as forms } from "../forms.ts";
import { nouns } from "../nouns.ts";
import { story } from "../story.ts";

const { counted, quoted } = forms;

const HOSTS = {
  electron: "der Desktop-App",
  browser: "dem Browserfenster",
  "command-line": "der Befehlszeile",
  test: "einem Test",
} as const;

function holding(holder: ToldHolder): string {
  if (holder === null) return "in einem anderen Stet";
  if (holder === "this Stet") return "schon in diesem Stet";
  return `in einem anderen Stet (in ${HOSTS[holder.host]}, Prozess ${String(holder.pid)}, seit ${forms.moment(Date.parse(holder.since))})`;
}

export const newsroom = {
  closing: "Stet wird gerade beendet.",
  noNewsroom: "Keine Redaktion ist offen. Bitte die eigene oder die Beispielredaktion öffnen.",
  newsroomGone: ({ folder }) =>
    `Die Redaktion ${folder} ist nicht mehr da: Ihre Platte wurde abgezogen oder der Ordner verschoben. Geschrieben wurde nichts; sobald sie zurück ist, macht Stet von selbst weiter.`,
  sampleInTheWay: ({ folder }) =>
    `Die Beispielredaktion käme nach ${folder}, aber dort liegen andere Dateien. Diese bitte beiseitelegen und es noch einmal versuchen.`,
  newsroomTaken: ({ folder, holder }) =>
    `Die Redaktion ${folder} ist ${holding(holder)} offen. Bitte dort schließen oder eine andere Redaktion wählen.`,
  otherDatabase: ({ path }) =>
    `${path} ist die Datenbank eines anderen Programms, keine Redaktion. Stet hat sie gelassen, wie sie ist; bitte beiseitelegen oder einen anderen Ordner wählen.`,
  newerDatabase: ({ path, found, known }) =>
    `${path} stammt von einem neueren Stet (Datenbankversion ${String(found)}; dieses Stet kennt sie bis ${String(known)}). Angerührt wurde nichts: Bitte mit jenem Stet öffnen oder eine andere Redaktion wählen.`,

  diskFull: ({ where }) =>
    `Die Platte mit ${where} ist voll. Nichts wurde halb geschrieben; bitte Platz schaffen und es noch einmal versuchen.`,
  notWritable: ({ where, errno }) =>
    `In ${where} lässt sich nicht schreiben (${errno}). Was vorher gespeichert war, ist unberührt; bitte prüfen, ob der Ordner da ist, seine Platte nicht gesperrt und das Schreiben erlaubt.`,
  databaseDamaged: ({ where, errno }) =>
    `Die Datenbank in ${where} ist beschädigt (${errno}). Stet hat sie gelassen, wie sie ist. Bitte Stet schließen und neu starten: Es stellt dann wieder her, was zu retten ist, und löscht nichts.`,
  keptOut: ({ where }) =>
    `Ein anderes Programm arbeitet in ${where} und lässt Stet nicht hinein. Bitte dort schließen und es noch einmal versuchen.`,
  pathGone: ({ path }) => `${path} ist nicht mehr da.`,
  noFolderDialog: "Hier gibt es kein Fenster zur Ordnerwahl. Bitte den Pfad des Ordners eintippen.",
  noFileManager: ({ path }) => `Hier gibt es keine Dateiverwaltung. Zu suchen ist ${path}.`,

  noStory: "Diesen Text gibt es in dieser Redaktion nicht.",
  storyAstray: ({ slug }) =>
    `Der Text ${quoted(slug)} ist da, aber die Datenbank führt nicht mehr zu ihm. Bitte Stet neu starten: Es behebt das aus der Sicherung.`,
  blockLost: ({ slug, block }) => `Der Text ${quoted(slug)} hat seinen Block ${block} verloren.`,
  blockSpoilt: ({ slug, block }) =>
    `Der Text ${quoted(slug)} hat einen Absatz, der nicht mehr ist, was gespeichert wurde (Block ${block}).`,
  storyNewer: ({ slug, found }) =>
    `Der Text ${quoted(slug)} stammt von einem neueren Stet (Dokumentversion ${String(found)}) und lässt sich mit diesem nicht ändern.`,
  noSource: "Diese Vorlage gibt es in dieser Redaktion nicht.",
  changedElsewhere: ({ slug, base, found }) =>
    `${quoted(slug)} wurde anderswo geändert: Diese Fassung beruht auf Version ${String(base)}, und die Redaktion hat Version ${String(found)}. Überschrieben wurde nichts.`,
  storyBinned: ({ slug }) =>
    `${quoted(slug)} liegt im Papierkorb und muss vor einer Änderung dort heraus; geschrieben wurde nichts.`,
  tksLeft: ({ slug, count, station, around }) =>
    `In ${slug} ${count === 1 ? "steht" : "stehen"} noch ${counted(count, nouns.tk)}, deshalb bleibt der Status „${story.statuses[station].name}“ aus. ${count === 1 ? "Die Stelle" : "Die erste Stelle"}: ${quoted(around)}.`,
  mattersLeft: ({ slug, changes, queries, station }) => {
    const counts = [
      ...(changes === 0 ? [] : [counted(changes, nouns.change)]),
      ...(queries === 0 ? [] : [counted(queries, nouns.query)]),
    ];
    return `In ${slug} ${changes + queries === 1 ? "ist" : "sind"} noch ${forms.all(counts)} offen, deshalb bleibt der Status „${story.statuses[station].name}“ aus.`;
  },
  noRevisionOf: ({ slug }) =>
    `Diese Fassung von ${quoted(slug)} gibt es nicht; vielleicht wurde sie ausgedünnt.`,
  noRevision: "Diese Fassung gibt es nicht; vielleicht wurde sie ausgedünnt.",
  branchSettled: ({ slug }) =>
    `Dieser Zweig von ${quoted(slug)} wurde inzwischen entschieden oder fortgeführt. Geändert wurde nichts; bitte noch einmal ansehen.`,
  searchStopped: "Die Suche wurde angehalten.",
  notMeasured: "Die Texte werden nicht weiter gemessen.",
  queryTrouble: ({ query }) => find.trouble(query),
  patternTooLong: ({ slug }) =>
    `Das Muster braucht in ${slug} zu lange, deshalb endete die Suche dort. Bitte ein strengeres wählen.`,
  tooManyHits: ({ slug, mostHits }) =>
    `Es gibt mehr als ${forms.figure(mostHits)} Treffer: Die Suche endete bei ${slug}.`,
  changedSince: ({ slug }) => `${slug} hat sich seit der Suche geändert.`,
  alreadySo: ({ slug }) => `${slug} lautet schon so.`,

  noBackupFolder: ({ folder }) =>
    `Den Ordner ${folder} gibt es nicht. Bitte erst anlegen oder seine Platte anschließen.`,
  noBackup: "Es gibt noch keine Sicherung. Bitte erst eine anlegen.",
  databaseProblem: ({ folder, problem }) =>
    `Die Datenbank von ${folder} ist beschädigt: ${problem}. Bitte Stet schließen und neu starten: Es stellt dann wieder her, was zu retten ist.`,
  secondFolderAway: ({ folder }) =>
    `${folder} ist nicht da: Die Platte ist nicht angeschlossen oder die Freigabe nicht erreichbar. Die Sicherungen im Ordner der Redaktion gehen weiter.`,
  sameDisk: ({ folder }) =>
    `${folder} liegt auf derselben Platte wie die Redaktion: Stirbt diese Platte, sind beide weg.`,
  noSecondFolder: ({ folder }) =>
    `${folder} ist nicht da. Bitte die Platte anschließen oder den Ordner erst anlegen.`,
  secondFolderInside: ({ folder }) =>
    `${folder} liegt in der Redaktion selbst. Bitte einen Ordner auf einer anderen Platte wählen.`,
  notCopied: ({ photos, kitFiles }) => {
    const lost = [
      ...(photos === 0 ? [] : [counted(photos, nouns.photo)]),
      ...(kitFiles === 0
        ? []
        : [counted(kitFiles, { one: "Datei eines Satzpakets", other: "Dateien von Satzpaketen" })]),
    ];
    return `Nicht kopiert, weil die Datei der Redaktion selbst fehlt oder verdorben ist: ${forms.all(lost)}. Bitte die Redaktion prüfen.`;
  },
  copyingDatabase: "Die Datenbank wird kopiert",
  copyingPhotos: "Die Fotos werden kopiert",
  comparingPhoto: ({ name }) => `${name} wird mit der Prüfsumme verglichen`,
  readingBackup: ({ file }) => `Die Sicherung ${file} wird gelesen`,
  readingStory: ({ slug }) => `${quoted(slug)} wird gelesen`,
  readingDatabase: "Die Datenbank wird gelesen",
} satisfies Partial<ToldCatalogue>;
