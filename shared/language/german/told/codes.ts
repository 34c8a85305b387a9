import type { Retelling } from "../../told.ts";

export const codes = {
  "no-newsroom": "Keine Redaktion ist offen.",
  "newsroom-in-use": "Ein anderes Stet oder ein anderes Programm hält die Redaktion.",
  "newer-version": "Das stammt von einem neueren Stet und lässt sich mit diesem nicht lesen.",
  damaged:
    "Die Redaktion oder ein Text darin ist beschädigt. Ein Neustart von Stet stellt wieder her, was zu retten ist.",
  "not-found": "Das Gesuchte ist nicht mehr da.",
  conflict: "Der Text wurde inzwischen anderswo gespeichert. Überschrieben wurde nichts.",
  binned: "Der Text liegt im Papierkorb und lässt sich dort nicht ändern.",
  "placeholders-left": "In dem Text stehen noch TKs.",
  "matters-open": "In dem Text sind noch Änderungen oder Rückfragen offen.",
  "disk-full": "Die Platte ist voll. Nichts wurde halb geschrieben.",
  "not-writable": "Dorthin lässt sich nicht schreiben.",
  "empty-file": "Die Datei ist leer.",
  "too-large": "Die Datei ist größer, als Stet sie nimmt.",
  "unsupported-file": "Dateien dieser Art liest Stet nicht.",
  "broken-file": "Die Datei ist fehlerhaft.",
  "not-here": "Das geht in diesem Fenster nicht.",
  invalid: "So lässt sich das nicht machen. Geändert wurde nichts.",
  cancelled: "Abgebrochen.",
  unavailable: "Die Redaktion auf diesem Laptop antwortet nicht.",
  internal: "In Stet ist etwas schiefgegangen. Was gespeichert war, ist da.",
} satisfies Retelling["codes"];
