import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";
import { daysDative, nouns } from "./nouns.ts";

const { counted, figure } = forms;

export const app = {
  groups: {
    Story: "Text",
    Edit: "Bearbeiten",
    Block: "Block",
    View: "Ansicht",
    Desk: "Redaktion",
    Help: "Hilfe",
  },
  panels: {
    facts: "Daten",
    photos: "Fotos",
    original: "Vorlage",
    history: "Verlauf",
    outline: "Aufbau",
    changes: "Änderungen",
    notes: "Notizen",
    fit: "Umfang",
    export: "Export",
    settings: "Optionen",
  },
  rail: { name: "Zu diesem Text", panels: "Bereiche", waiting: "Die Redaktion antwortet gleich …" },
  commands: {
    new: "Neuer Text",
    bringIn: "Text hereinholen",
    export: "Diesen Text exportieren",
    save: "Jetzt speichern",
    keep: "Diese Fassung unter einem Namen behalten",
    compareLast: "Was sich seit der letzten Fassung geändert hat",
    compareFile: "Mit einer Datei oder eingefügtem Text vergleichen",
    search: "Texte suchen",
    findWords: "In Texten suchen und ersetzen",
    showBin: "Papierkorb zeigen",
    leaveBin: "Papierkorb verlassen",
    own: "Die eigene Redaktion öffnen",
    sample: "Die Musterredaktion öffnen",
    foldList: "Textliste ein- oder ausklappen",
    foldRail: "Seitenleiste ein- oder ausklappen",
    panels: {
      facts: "Daten dieses Textes",
      photos: "Fotos dieses Textes",
      original: "Vorlage dieses Textes",
      history: "Verlauf dieses Textes",
      outline: "Aufbau dieses Textes",
      changes: "Änderungen in diesem Text",
      notes: "Notizen in diesem Text",
      fit: "Umfang dieses Textes",
      settings: "Optionen",
    },
    page: "Zurück zur Seite",
    nextPane: "Nächster Fensterteil",
    lastPane: "Voriger Fensterteil",
    themes: { system: "Farben wie das System", light: "Helle Farben", dark: "Dunkle Farben" },
    typographyOn: "Typografie beim Tippen einschalten",
    typographyOff: "Typografie beim Tippen ausschalten",
    invisibles: "Unsichtbare Zeichen zeigen oder verbergen",
    palette: "Alle Befehle",
    keyboard: "Tastatur",
    printKeyboard: "Tastaturseite drucken",
  },
  palette: {
    name: "Befehle",
    find: "Befehl suchen",
    none: ({ typed }) => `Kein Befehl heißt „${typed}“.`,
  },
  first: {
    lead: "Die Textredaktion auf diesem Laptop, mit Netz und ohne.",
    begin: "Eine leere Redaktion beginnen",
    beginMeaning:
      "Eine eigene Redaktion auf diesem Laptop. Noch ist nichts darin, und von selbst verlässt sie nichts.",
    tryAgain: "Die eigene Redaktion öffnen",
    tryAgainMeaning: "Stet versucht es noch einmal. Was darin ist, bleibt, wie es ist.",
    sample: "Die Musterredaktion öffnen",
    sampleMeaning: "Erfundene Texte und Fotos zum Ausprobieren. Die eigene Redaktion bleibt davon getrennt.",
    opening: "Wird geöffnet …",
    note: "Ein Wechsel zur anderen ist jederzeit möglich.",
  },
  empty: {
    newsroom: "Eine leere Redaktion",
    page: "Kein Text auf der Seite",
    begin: "Drei Dinge für den Anfang:",
    choose: "Einen aus der Textliste wählen oder einen neuen beginnen.",
    write: "Einen Text schreiben",
    writeMeaning: "Titel, Autorenzeile, Text. Gespeichert wird beim Tippen.",
    bringIn: "Text hereinholen",
    bringInMeaning:
      "Eine Seite oder Agenturmeldung einfügen oder eine Text- oder Word-Datei ablegen. Stet findet Titel, Autorenzeile und Bildunterschriften.",
    sample: "Das Muster öffnen",
    sampleMeaning: "Eine Redaktion mit erfundenen Texten zum Ausprobieren.",
  },
  waiting: {
    opening:
      "Die Redaktion wird geöffnet. Eine große braucht einen Augenblick; eine beschädigte wird erst wieder zusammengesetzt, das kann Minuten dauern. Gelöscht wird nichts.",
    again: "Die Redaktion antwortet nicht; neuer Versuch läuft.",
  },
  page: {
    untitled: "Text",
    failed: "Dieser Text ließ sich nicht öffnen",
    tryAgain: "Noch einmal versuchen",
    unsaved: ({ slugIfAny }) =>
      `${slugIfAny ?? "Der Text auf der Seite"} ließ sich nicht speichern und bleibt deshalb auf der Seite. Die Statuszeile sagt, warum.`,
    nothingKept: ({ slug }) => `Von ${slug} ist noch keine Fassung behalten.`,
    dropFirst: ({ pictures, nameIfAny }) => {
      const dropped = pictures === 1 ? (nameIfAny ?? "das Bild") : counted(pictures, nouns.picture);
      return `Erst einen Text öffnen, dann ${dropped} darauf ablegen.`;
    },
  },
  title: {
    sample: "Stet, Musterredaktion",
    story: ({ slug, place }) => `${slug} – ${place}`,
  },
  state: {
    name: "Stand des Textes",
    sample: "Musterredaktion",
    own: "Eigene Redaktion",
    commands: "Befehle",
    nextTk: "Zum nächsten",
    tks: ({ count }) => counted(count, nouns.tk),
    selected: ({ words, characters }) =>
      `${counted(words, nouns.word)}, ${counted(characters, nouns.character)} ausgewählt`,
  },
  length: {
    toLength: "auf Länge",
    left: ({ words }) => `${figure(words)} frei`,
    over: ({ words }) => `${figure(words)} zu viel`,
    planned: ({ plan }) => `geplant ${plan}`,
    against: ({ fit, plan }) => `${fit}, geplant ${plan}`,
  },
  deadline: {
    minutes: ({ minutes }) => `${String(minutes)} Min.`,
    hours: ({ hours, minutes }) =>
      minutes === 0 ? `${String(hours)} Std.` : `${String(hours)} Std. ${String(minutes).padStart(2, "0")}`,
    days: ({ days }) => counted(days, daysDative),
    due: ({ span }) => `fällig in ${span}`,
    late: ({ span }) => `seit ${span} überfällig`,
    dueShort: ({ span }) => `in ${span}`,
    lateShort: ({ span }) => `seit ${span} fällig`,
    now: "jetzt fällig",
    at: ({ moment }) => `Redaktionsschluss ${moment}`,
  },
  saving: {
    editing: "In Arbeit …",
    saving: "Wird gespeichert …",
    slow: ({ isKeptHere }) =>
      `Das Speichern läuft noch: Die Platte lässt sich Zeit.${isKeptHere ? " So lange ist der Text hier aufgehoben." : ""}`,
    saved: ({ ago }) => `Auf diesem Laptop gespeichert ${ago}`,
    committed: ({ atMs }) => `Auf die Platte dieses Laptops geschrieben: ${forms.moment(atMs)}`,
    again: "Wieder gespeichert.",
    failed: ({ message }) => `Nicht gespeichert: ${message}`,
    trouble: ({ what, until, isKeptHere }) =>
      `Nicht gespeichert. ${what}: Der Text ${isKeptHere ? "ist hier aufgehoben" : "steht nur in diesem Fenster"} und wird gespeichert, ${until}.`,
    troubles: {
      diskFull: { what: "Platte voll", until: "sobald Platz ist" },
      notWritable: { what: "Platte gesperrt oder weg", until: "sobald sie beschreibbar ist" },
      inUse: { what: "Ein anderes Programm hält die Redaktion", until: "sobald sie frei ist" },
      unavailable: { what: "Die Redaktion antwortet nicht", until: "sobald sie es tut" },
    },
    secondsAgo: ({ seconds }) => `vor ${figure(seconds)} s`,
    minutesAgo: ({ minutes }) => `vor ${figure(minutes)} Min.`,
    today: ({ clock }) => `um ${clock} Uhr`,
    earlier: ({ day, clock }) => `am ${day} um ${clock} Uhr`,
  },
  settingNotKept: ({ message }) => `Diese Wahl gilt vorerst, ließ sich aber nicht aufheben: ${message}`,
  notices: { name: "Meldungen", dismiss: "Ausblenden", undo: "Rückgängig" },
  path: {
    copied: "Der Pfad liegt in der Zwischenablage.",
    notCopied:
      "Der Pfad ließ sich nicht kopieren: Dieses Fenster darf nicht in die Zwischenablage schreiben.",
    show: "Im Ordner zeigen",
    showWhat: ({ what }) => `Im Ordner zeigen: ${what}`,
    copy: "Pfad kopieren",
    copyWhat: ({ what }) => `Pfad kopieren: ${what}`,
  },
  close: "Schließen",
  cancel: "Abbrechen",
} satisfies Catalogue["app"];
