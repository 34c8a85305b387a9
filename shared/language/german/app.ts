import type { Catalogue } from "../catalogue.ts";

export const app = {
  groups: {
    Story: "Text",
    Edit: "Bearbeiten",
    Block: "Block",
    View: "Ansicht",
    Desk: "Redaktion",
    Help: "Hilfe",
  },
} satisfies Catalogue["app"];
