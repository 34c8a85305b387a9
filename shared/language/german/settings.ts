import type { Catalogue } from "../catalogue.ts";

export const settings = {
  language: {
    legend: "Sprache der Oberfläche",
    asSystem: "Wie das System",
    note: "Menüs, Leisten und Sätze von Stet. Anführungszeichen und Rechtschreibung der Texte bleiben, wie sie sind.",
    commands: {
      system: "Sprache der Oberfläche wie das System",
      other: ({ name }) => `Sprache der Oberfläche: ${name}`,
    },
  },
} satisfies Catalogue["settings"];
