import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";
import { story } from "./story.ts";

const { counted, figure } = forms;

export const intake = {
  name: "Text hereinholen",
  kinds: { ...story.kinds, caption: "Bildunterschrift", skip: "Weglassen" },
  paste: "Einen Text, eine Nachrichtenseite oder eine Agenturmeldung einfügen",
  drop: "Oder Text- oder Word-Dateien irgendwo im Fenster ablegen.",
  choose: "Dateien wählen …",
  dropOne: "Oder eine Text- oder Word-Datei irgendwo im Fenster ablegen.",
  chooseOne: "Datei wählen …",
  read: "Lesen",
  reading: ({ name }) => `${name} wird gelesen …`,
  pasted: "Eingefügter Text",
  parts: "Teile der Vorlage",
  partKind: "Was dieser Teil ist",
  saidSo: ({ kind }) => `so bestimmt; gelesen als ${kind}`,
  facts: ({ parts, leftOut, encodingIfAny, waiting }) =>
    [
      `${counted(parts, nouns.part)}${leftOut === 0 ? "" : `, ${String(leftOut)} weggelassen`}`,
      ...(encodingIfAny === null ? [] : [encodingIfAny]),
      ...(waiting === 0 ? [] : [`danach noch ${counted(waiting, nouns.file)}`]),
    ].join(" · "),
  slug: "Stichwort",
  noSlug: "Ein Text braucht ein Stichwort.",
  backToText: "Zurück zum Wortlaut",
  leaveOut: "Diese Datei weglassen",
  bringIn: "Hereinholen",
  refused: ({ name }) => `${name} kam nicht herein`,
  nextFile: "Weiter zur nächsten Datei",
  somethingElse: "Etwas anderes hereinholen",
  tooLarge: ({ name, size, most }) =>
    `${name} hat ${figure(size)} MB; Stet nimmt Text bis ${figure(most)} MB. Die Datei bitte teilen und Stück für Stück hereinholen.`,
  unreadable: ({ name }) =>
    `${name} ließ sich nicht von der Platte lesen. Vielleicht wurde die Datei verschoben, oder das Recht zum Öffnen fehlt.`,
} satisfies Catalogue["intake"];
