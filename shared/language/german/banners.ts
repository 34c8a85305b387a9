import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { daysDative, nouns } from "./nouns.ts";

const { counted } = forms;

export const banners = {
  bin: {
    name: "Im Papierkorb",
    text: ({ binned, days }) =>
      `${binned}. Endgültig gelöscht wird in ${days === 0 ? "weniger als einem Tag" : counted(days, daysDative)}.`,
    putBack: "Zurückholen",
  },
  tail: {
    name: "Getippt und nicht gespeichert",
    text: ({ words, atMs, nowMs }) =>
      `${words === 0 ? "Änderungen" : counted(words, nouns.word)}, getippt ${forms.when(atMs, nowMs)}: nie in der Redaktion angekommen.`,
    putBack: () => "Zurückholen",
    show: "Zeigen",
    throwAway: "Wegwerfen",
    isBack: ({ atMs, nowMs }) => `Was ${forms.when(atMs, nowMs)} getippt wurde, ist wieder in der Redaktion.`,
    isGone: ({ atMs, nowMs }) => `Was ${forms.when(atMs, nowMs)} getippt wurde, ist weggeworfen.`,
    before: "In der Redaktion",
    after: ({ atMs, nowMs }) => `Getippt ${forms.when(atMs, nowMs)}`,
  },
  merged: {
    name: "Zusammengeführt",
    text: ({ places }) =>
      `Zusammengeführt. ${counted(places, { one: "Stelle war", other: "Stellen waren" })} in beiden Fassungen geändert: Die eigene steht zuerst, die andere danach.`,
    goThere: "Zur Stelle",
    done: "Erledigt",
  },
  versions: {
    name: "Zwei Fassungen",
    text: ({ by, more, atMs, nowMs }) => {
      const whose =
        by === "" ? "die eigene und eine aus einem anderen Fenster" : `die eigene und eine von ${by}`;
      const waiting =
        more === 0
          ? ""
          : more === 1
            ? " Danach wartet noch eine."
            : ` Danach warten noch ${forms.figure(more)}.`;
      return `Von diesem Text gibt es zwei Fassungen: ${whose}, ${forms.dayAndTime(atMs, nowMs)}.${waiting}`;
    },
    otherWindow: "dem anderen Fenster",
    compare: "Vergleichen",
    compareTitle: "Die beiden Fassungen vergleichen",
    choices: {
      merge: { name: "Zusammenführen", title: "Die beiden Fassungen zusammenführen" },
      mine: { name: "Eigene behalten", title: "Die eigene Fassung behalten" },
      theirs: { name: "Andere behalten", title: "Die andere Fassung behalten" },
    },
    before: ({ by }) => (by === "" ? "Die andere Fassung" : `Fassung von ${by}`),
    after: "Die eigene",
    mineStands: ({ other }) => `Die eigene Fassung steht. Die von ${other} ist im Verlauf aufgehoben.`,
    theirsStands: ({ other }) =>
      `Die Fassung von ${other} steht. Die eigene ist im Verlauf aufgehoben, Rückgängig holt sie wieder.`,
    merged: "Zusammengeführt: Beide Fassungen stehen im Text. Jede ist auch im Verlauf aufgehoben.",
  },
} satisfies Catalogue["banners"];
