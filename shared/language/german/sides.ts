import type { Catalogue } from "../catalogue.ts";

export const sides = {
  left: "Text links",
  right: "Text rechts",
  width: "Breite des linken Textes",
  close: "Schließen",
  closeOf: ({ slug }) => `${slug} schließen`,
  openAlready: ({ slugIfAny }) => `${slugIfAny ?? "Dieser Text"} ist auf dieser Seite schon geöffnet.`,
  commands: {
    open: "Den in der Liste gewählten Text daneben öffnen",
    left: "Zum Text links",
    right: "Zum Text rechts",
    close: "Den Text auf dieser Seite schließen",
    wider: "Trennlinie nach rechts",
    narrower: "Trennlinie nach links",
  },
} satisfies Catalogue["sides"];
