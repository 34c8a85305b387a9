import type { BlockKind } from "#shared/document/index.ts";
import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { story } from "./story.ts";

const { counted } = forms;

function name({ blockKind }: { readonly blockKind: BlockKind | "unknown" }): string {
  return blockKind === "unknown" ? "Neueres Stet" : story.kinds[blockKind];
}

export const blocks = {
  name,
  placeholders: { byline: "Von …", paragraph: "Hier schreiben" },
  fromNewerStet: ({ kindIfAny }) =>
    kindIfAny === null
      ? "Ein Block ohne Art aus einem neueren Stet. Er bleibt, wie er ist."
      : `Ein Block „${kindIfAny}“ aus einem neueren Stet. Er bleibt, wie er ist.`,
  turnInto: ({ into }) => `Umwandeln in: ${story.kinds[into]}`,
  commands: {
    up: "Block nach oben",
    down: "Block nach unten",
    duplicate: "Block verdoppeln",
    delete: "Block löschen",
    insertAfter: "Block danach einfügen",
    insertBefore: "Block davor einfügen",
    part: "Block hier teilen",
    join: "Mit dem nächsten Block verbinden",
    pullQuote: "Zitatkasten aus dem Satz",
    endMark: "Schlusszeichen ans Ende",
    end30: "Schlusszeichen -30- ans Ende",
    keepWording: "Weitere Fassung des Titels",
    nextWording: "Nächste Fassung des Titels drucken",
    dropWording: "Nächste Fassung des Titels entfernen",
  },
  drag: "Ziehen, um den Block zu verschieben",
  wordings: {
    list: "Weitere Fassungen des Titels",
    print: ({ wording }) => `„${wording}“ drucken`,
    remove: ({ wording }) => `„${wording}“ entfernen`,
    removeThis: "Entfernen",
  },
  outline: {
    list: "Aufbau dieses Textes",
    noStory: "Der Aufbau steht hier, sobald ein Text geöffnet ist.",
    caret: "Schreibmarke",
    empty: "Leer",
    words: ({ count }) => counted(count, { one: "Wort", other: "Wörter" }),
    moved: ({ blockKind, nth, of }) =>
      `${name({ blockKind })} steht jetzt an Stelle ${String(nth)} von ${String(of)}.`,
  },
} satisfies Catalogue["blocks"];
