import type { Catalogue } from "../catalogue.ts";

export const desktop = {
  menus: { file: "&Datei", edit: "&Bearbeiten", view: "&Ansicht" },
  items: {
    new: "Neuer Text",
    bringIn: "Text hereinholen …",
    compareFile: "Mit einer anderen Fassung vergleichen …",
    photo: "Foto einfügen …",
    export: "Exportieren …",
    newWindow: "Neues Fenster",
    storyInWindow: "Diesen Text in einem neuen Fenster öffnen",
    undo: "Rückgängig",
    redo: "Wiederholen",
    pasteText: "Als Text einfügen",
    pasteLines: "Mit den Absätzen der Quelle einfügen",
    find: "Suchen …",
    replace: "Suchen und ersetzen …",
    commands: "Befehle …",
    keyboard: "Tastatur",
    zoomUsual: "Schrift in üblicher Größe",
    zoomIn: "Größere Schrift",
    zoomOut: "Kleinere Schrift",
    alone: "Nur die Seite",
  },
  roles: {
    close: "Fenster schließen",
    quit: "Beenden",
    cut: "Ausschneiden",
    copy: "Kopieren",
    paste: "Einfügen",
    selectAll: "Alles auswählen",
    fullScreen: "Ganzer Bildschirm",
    window: "Fenster",
  },
  unsaved: {
    message: "Die letzten Änderungen an diesem Text sind nicht gespeichert.",
    detail:
      "Stet konnte sie nicht auf diesen Laptop schreiben. Die Statuszeile am Fuß des Fensters sagt, warum.",
    stay: "Stet geöffnet lassen",
    lose: "Schließen und verlieren",
  },
  stopping: {
    head: "Die Redaktion bleibt immer wieder stehen",
    text: "Stet hat sie binnen einer Minute mehrmals gestartet, und jedes Mal blieb sie stehen. Was gespeichert war, liegt unberührt auf diesem Laptop.",
  },
  crash: {
    title: "Stet ist stehen geblieben",
    head: "Das Fenster ist ausgefallen",
    text: "Alles, was die Statuszeile gespeichert nannte, liegt auf diesem Laptop. Es fehlt höchstens die letzte Sekunde.",
    open: "Wieder öffnen",
    quit: "Stet beenden",
  },
} satisfies Catalogue["desktop"];
