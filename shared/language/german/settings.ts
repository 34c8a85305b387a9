import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";

const { counted } = forms;

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
  theme: "Farben",
  themes: { system: "Wie das System", light: "Hell", dark: "Dunkel" },
  yourName: "Eigener Name",
  yourNameMeans: "Steht an den eigenen Änderungen und in Exporten.",
  newsroom: {
    title: "Redaktion",
    own: ({ stories }) =>
      `Die eigene Redaktion, beim Öffnen ${counted(stories, { one: "Text", other: "Texte" })}`,
    sample: ({ stories }) =>
      `Die Musterredaktion, beim Öffnen ${counted(stories, { one: "Text", other: "Texte" })}`,
    openOwn: "Die eigene Redaktion öffnen",
    openSample: "Die Musterredaktion öffnen",
    version: ({ version }) => `Stet ${version}`,
  },
  contrastAndMotion: "Kontrast und Bewegung",
  contrast: "Kontrast",
  motion: "Bewegung",
  page: "Die Seite",
  textSize: "Größe des Textes",
  percent: ({ percent }) => `${String(percent)} %`,
  measure: "Spaltenmaß",
  pageCharacters: "Zeichen je Zeile der Seite, etwa",
  typeface: "Schrift",
  lineSpacing: "Zeilenabstand",
  lineSpacingFactor: ({ percent }) => (percent / 100).toFixed(2).replace(".", ","),
  looseLetters: "Buchstaben und Wörter weiter auseinander, bei Legasthenie",
  typewriter: "Schreibmaschinenrollen",
  estimates: "Schätzung der Länge",
  columnCharacters: "Zeichen je Zeile der Spalte",
  wordsPerMinute: "Gelesene Wörter je Minute",
  wholeNumber: ({ least, most }) => `Bitte eine ganze Zahl von ${String(least)} bis ${String(most)}.`,
  typography: {
    title: "Typografie",
    locale: "Sprache und Stil",
    asYouType: "Typografie beim Tippen",
    invisibles: "Unsichtbare Zeichen zeigen",
    both: "Beim Tippen und beim Bereinigen eines Textes",
    cleaning: "Nur beim Bereinigen eines Textes",
  },
  boilerplate: {
    title: "Textbausteine",
    name: "Name",
    code: "Kürzel",
    text: "Text",
    keep: "Behalten",
    cancel: "Abbrechen",
    change: "Ändern",
    changeThis: ({ name }) => `${name} ändern`,
    delete: "Löschen",
    deleteThis: ({ name }) => `${name} löschen`,
    add: "Text hinzufügen",
    means: ({ known, cursor }) =>
      `Kürzel tippen und die Taste drücken für „Kürzel durch seinen Textbaustein ersetzen“. ${known} werden ausgefüllt, bei ${cursor} steht danach die Schreibmarke, und nach allen anderen {Wörtern} wird gefragt: Tab geht von einem zum nächsten.`,
    badCode: "Ein Kürzel hat keine Leerzeichen und ist nicht leer.",
    codeTaken: ({ code, name }) => `„${code}“ ist das Kürzel von „${name}“.`,
    noName: "Der Text braucht einen Namen, unter dem er zu finden ist.",
    noText: "Der Text ist leer.",
  },
} satisfies Catalogue["settings"];
