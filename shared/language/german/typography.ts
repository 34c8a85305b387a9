import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";

const { counted } = forms;

export const typography = {
  clean: "Typografie im ganzen Text bereinigen",
  cleaned: "Typografie bereinigt",
  nothing: "Nichts zu bereinigen: Die Typografie dieses Textes ist in Ordnung.",
  made: ({ count }) =>
    `${counted(count, { one: "Änderung", other: "Änderungen" })} in diesem Text. Einmal „Rückgängig“ nimmt alle zurück.`,
  standing: ({ count, made }) =>
    made === 1
      ? `${String(count)} von 1 Änderung steht.`
      : `${String(count)} von ${String(made)} Änderungen stehen.`,
  more: ({ count }) => `und ${String(count)} weitere`,
  show: ({ was, now, around }) => `Zeigen: aus ${was} wurde ${now}, in ${around}`,
  takeBack: "Zurücknehmen",
  takeBackThis: ({ was, now, around }) => `Zurücknehmen: aus ${was} wurde ${now}, in ${around}`,
  takeAllBack: "Alle zurücknehmen",
  done: "Fertig",
  notSaved: "Der Text ließ sich nicht speichern, deshalb wurde nichts geändert. Die Statuszeile sagt, warum.",
  notTakenBack: ({ count }) =>
    count === 1
      ? "Eine Stelle lautet inzwischen anders: Dort wurde nichts zurückgenommen."
      : `${String(count)} Stellen lauten inzwischen anders: Dort wurde nichts zurückgenommen.`,
  spaces: {
    none: "nichts",
    several: ({ count }) => `${String(count)} Leerzeichen`,
    space: "Leerzeichen",
    noBreak: "geschütztes Leerzeichen",
    narrow: "schmales geschütztes Leerzeichen",
  },
  rules: {
    quotes: { name: "Anführungszeichen", does: "Typografische Anführungszeichen" },
    apostrophes: { name: "Apostrophe", does: "Apostrophe, auch in ’90s und rock ’n’ roll" },
    primes: { name: "Minutenzeichen", does: "Zeichen für Fuß, Zoll und Minuten: 6′2″" },
    dashes: {
      name: "Gedankenstriche",
      does: "Gedankenstrich für zwei Bindestriche und für einen zwischen Leerzeichen",
    },
    ellipsis: { name: "Auslassungspunkte", does: "Auslassungszeichen … für drei Punkte" },
    fractions: { name: "Brüche", does: "Brüche: ½ für 1/2" },
    punctuationSpaces: { name: "Abstände an Satzzeichen", does: "Französische Abstände an « » ; : ! ?" },
    unitSpaces: {
      name: "Abstände vor Einheiten",
      does: "Geschütztes Leerzeichen zwischen Zahl und Einheit",
    },
    doubleSpaces: { name: "Doppelte Leerzeichen", does: "Ein Leerzeichen für zwei" },
    spaceBeforePunctuation: {
      name: "Leerzeichen vor Satzzeichen",
      does: "Kein Leerzeichen vor Komma oder Punkt",
    },
  },
  locales: {
    us: "Amerikanisch: “a” ‘b’ —",
    uk: "Britisch: “a” ‘b’ –",
    french: "Französisch: « a » “b” –",
    german: "Deutsch: „a“ ‚b‘ –",
    swedish: "Schwedisch: ”a” ’b’ –",
  },
} satisfies Catalogue["typography"];
