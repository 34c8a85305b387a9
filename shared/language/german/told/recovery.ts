import type { StoryBack } from "../../english/told/recovery.ts";
import type { ToldCatalogue } from "../../told.ts";
import { germanForms as forms } from "../forms.ts";

const { counted, quoted } = forms;

const PARAGRAPH = { one: "Absatz", other: "Absätze" };
const PAGE = { one: "Seite", other: "Seiten" };
const ROW = { one: "Zeile", other: "Zeilen" };

function source(backupOf: string | null): string {
  return backupOf === null ? "in der beschädigten Datei" : `in der Sicherung vom ${backupOf}`;
}

function partsOf({ backupOf, missing, older, spoilt, isOrderLost, areFactsLost }: StoryBack): string {
  return [
    ...(missing > 0 ? [`${counted(missing, PARAGRAPH)} nirgends lesbar`] : []),
    ...(older > 0 ? [`${counted(older, PARAGRAPH)} so wie ${source(backupOf)}`] : []),
    ...(spoilt > 0
      ? [
          `${counted(spoilt, PARAGRAPH)} nicht ganz wie gesichert und nirgends besser vorhanden: bitte nachlesen`,
        ]
      : []),
    ...(isOrderLost ? ["die Reihenfolge der Absätze ging verloren"] : []),
    ...(areFactsLost ? ["die Angaben zum Text gingen verloren"] : []),
  ].join(", ");
}

const BACK: Readonly<Record<StoryBack["how"], (story: StoryBack) => string>> = {
  whole: () => "kam ganz zurück",
  madeGood: (story) =>
    `kam ganz zurück: ${counted(story.madeGood, { one: "beschädigter Absatz ließ", other: "beschädigte Absätze ließen" })} sich wiederherstellen`,
  asSource: (story) =>
    `steht so da wie ${source(story.backupOf)}; neuerer Text ist verloren, falls es welchen gab`,
  inPart: (story) => `kam zum Teil zurück: ${partsOf(story)}`,
  otherLength: () => "kam zurück, aber nicht in der Länge, die beim Sichern gezählt wurde: bitte nachlesen",
};

export const recovery = {
  storyBack: (story) =>
    `${quoted(story.slug)} ${BACK[story.how](story)}${story.areFactsSpoilt ? "; die Angaben zum Text sind nicht ganz, was gesichert wurde: bitte durchsehen" : ""}.`,
  pagesUnread: ({ count, all }) =>
    `${counted(count, PAGE)} der beschädigten Datei (von ${String(all)}) nicht oder nicht ganz lesbar.`,
  rowsUnread: ({ count }) => `${counted(count, ROW)} der beschädigten Datei nicht lesbar.`,
  logLost: ({ count, newestIfAny }) =>
    `Dem Protokoll, in dem das zuletzt Gesicherte steht, ${count === 1 ? "fehlt" : "fehlen"} ${counted(count, PAGE)}.${newestIfAny === null ? "" : ` Die neueste Änderung, die zurückkam, wurde am ${newestIfAny} gesichert; was danach kam, ist verloren.`}`,
  rowsSpoilt: ({ count, table }) =>
    `${counted(count, { one: "beschädigte Zeile", other: "beschädigte Zeilen" })} der Tabelle ${quoted(table)} ausgelassen.`,
  rowsAstray: ({ count, table }) =>
    `${counted(count, ROW)} der Tabelle ${quoted(table)} gehörten zu dem, was nicht zurückkam.`,
  revisionsLost: ({ count }) =>
    `${counted(count, { one: "Fassung im Verlauf", other: "Fassungen im Verlauf" })} unvollständig und nicht wiederherzustellen.`,
  readingBroke: ({ source: from, why }) =>
    `Das Lesen ${from === "backup" ? "der Sicherung" : "der beschädigten Datei"} brach ab: ${why}.`,
} satisfies Partial<ToldCatalogue>;
