import type { Currency } from "#shared/style/currency/currencies.ts";
import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

const currencies: Readonly<Record<Currency, { readonly one: string; readonly many: string }>> = {
  USD: { one: "US-Dollar", many: "US-Dollar" },
  EUR: { one: "Euro", many: "Euro" },
  GBP: { one: "Pfund Sterling", many: "Pfund Sterling" },
  JPY: { one: "japanischer Yen", many: "japanische Yen" },
  NOK: { one: "norwegische Krone", many: "norwegische Kronen" },
  SEK: { one: "schwedische Krone", many: "schwedische Kronen" },
  DKK: { one: "dänische Krone", many: "dänische Kronen" },
};

export const money = {
  title: "Wechselkurse",
  currencies,
  ours: "Eigene Währung",
  day: "Kurse vom",
  costs: ({ currency }) => `So viel kostet je eine Einheit (${currencies[currency].many}):`,
  unit: ({ currency }) => `1 ${currencies[currency].one}`,
  crown: "kr heißt",
  means:
    "Die Befehle, die Maße umrechnen, rechnen damit auch Geldbeträge um. Nichts wird irgendwo abgerufen.",
  noFigure: "Ein Kurs ist eine Zahl wie 1,08 oder nichts.",
  noRate: ({ currency }) =>
    `Für ${currencies[currency].many} gibt es keinen Kurs. Die Wechselkurse stehen in den Einstellungen.`,
  own: ({ currency }) => `Das ist schon die eigene Währung: ${currencies[currency].many}.`,
  used: ({ currency, base, rate, rateDay, ageDays }) => {
    const figure = rate.toLocaleString("de-DE", { maximumSignificantDigits: 8 });
    const used = `Kurs der Redaktion: 1 ${currencies[currency].one} = ${figure} ${currencies[base].many}`;
    if (rateDay === null) return `${used}, ohne Datum.`;
    const age = ageDays > 0 ? `, ${forms.counted(ageDays, nouns.day)} alt` : "";
    return `${used}, vom ${forms.longDay(rateDay, true)}${age}.`;
  },
} satisfies Catalogue["money"];
