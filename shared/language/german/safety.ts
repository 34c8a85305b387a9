import type { Catalogue } from "../catalogue.ts";
import { germanForms as forms } from "./forms.ts";

const { counted, decimal, figure } = forms;

function held({ stories, blocks }: { readonly stories: number; readonly blocks: number }): string {
  return `${counted(stories, { one: "Text", other: "Texte" })}, ${counted(blocks, { one: "Block", other: "Blöcke" })}`;
}

export const safety = {
  title: "Sicherheit der Redaktion",
  titleBefore: "Sicherheit der Redaktion: ",
  close: "Schließen",
  asking: "Die Redaktion wird gefragt …",
  cannotTell: ({ why }) => `Wie sicher die Redaktion ist, lässt sich nicht sagen: ${why}`,
  askAgain: "Noch einmal fragen",
  commands: {
    backUp: "Jetzt sichern",
    testRestore: "Wiederherstellen proben",
    check: "Redaktion prüfen",
    recovered: "Was gerettet wurde",
  },
  run: {
    beginning: "Beginnt",
    doing: ({ doing }) => `${doing} …`,
    cancel: "Abbrechen",
    cancelThis: ({ name }) => `Abbrechen: ${name}`,
  },
  saved: {
    title: "Gespeichert",
    nothing: "In dieser Redaktion wurde noch nichts geschrieben.",
    last: ({ at }) => `Die letzte Änderung wurde auf diesem Laptop gespeichert: ${at}.`,
    roomUnknown: "Wie viel Platz auf der Platte ist, ist nicht bekannt.",
    room: ({ fileSize }) => `${fileSize} frei auf der Platte.`,
  },
  paths: {
    newsroom: "die Redaktion",
    lastBackup: "die letzte Sicherung",
    secondFolder: "der zweite Ordner",
    report: "der Bericht",
    damagedFiles: "die beschädigten Dateien",
    text: "der Text",
    backup: "die Sicherung",
  },
  backups: {
    title: "Sicherungen",
    rhythm:
      "Gesichert wird in jeder Stunde, in der sich etwas geändert hat, und wenn Stet geschlossen wird; aufbewahrt werden 24 Stunden, 14 Tage und 12 Wochen.",
    first: "Die erste Sicherung wird gerade angelegt.",
    none: "Es gibt noch keine Sicherung.",
    last: ({ at, fileSize }) => `Die letzte ist von ${at}, ${fileSize}, zurückgelesen und vollständig.`,
    made: ({ at, fileSize, stories, blocks }) =>
      `Gesichert um ${at}: ${held({ stories, blocks })}, ${fileSize}.`,
  },
  second: {
    title: "Zweiter Ordner",
    meaning:
      "Ein Ordner auf einer anderen Platte, einem USB-Stick oder einem Netzlaufwerk bekommt eine Kopie jeder Sicherung und alle Fotos. Ist er nicht da, geht die Arbeit weiter; er wird nachgezogen, sobald er wieder da ist.",
    choose: "Ordner wählen",
    chooseOther: "Anderen Ordner wählen",
    ask: ({ label }) => `${label} …`,
    path: "Der Pfad, wie ihn die Dateiverwaltung zeigt",
    use: "Diesen Ordner nehmen",
    stop: ({ name }) => `Nicht mehr nach ${name} kopieren`,
    stopped: ({ name }) => `${name} bekommt keine Kopien mehr. Was darin liegt, bleibt.`,
    undo: "Rückgängig",
    firstToCome: ({ name }) => `${name} ist da. Die erste Sicherung kommt dorthin, sobald es eine gibt.`,
    newest: ({ at }) => `Die neueste darin ist von ${at}.`,
    inStep: ({ name }) => `${name} ist auf dem neuesten Stand.`,
    copying: ({ name }) => `Die neueste Sicherung wird gerade nach ${name} kopiert.`,
    behind: ({ name }) => `${name} hat die neueste Sicherung noch nicht.`,
    absent: ({ name }) => `${name} ist nicht da.`,
    failed: ({ name }) => `${name} hat keine Kopie angenommen.`,
  },
  restore: {
    title: "Probe",
    meaning:
      "Legt die neueste Sicherung in einen vorübergehenden Ordner, öffnet sie als Redaktion, liest jeden Text und räumt alles wieder weg. Die eigene Arbeit wird nicht angerührt.",
    none: "Noch wurde keine Sicherung geprobt.",
    whole: ({ at, backup, took, stories, blocks }) =>
      `Geprobt ${at}: Die Sicherung von ${backup} kam in ${took} vollständig zurück, ${held({ stories, blocks })}.`,
    notWhole: ({ at, backup, first, more }) => {
      const said = `Geprobt ${at}: Die Sicherung von ${backup} kam nicht vollständig zurück. ${first}`;
      return more === 0
        ? said
        : `${said} Dazu ${counted(more, { one: "weiteres Problem", other: "weitere Probleme" })}.`;
    },
  },
  health: {
    title: "Prüfung",
    meaning:
      "Sieht die Datenbank, jeden Text, jedes Foto und jede Sicherung durch. Ein Foto, dessen Datei fehlt oder verdorben ist, wird aus dem zweiten Ordner zurückgeholt, wenn es dort liegt. Geschrieben werden kann währenddessen.",
    checkedAt: ({ at }) => `Geprüft ${at}.`,
    checked: ({ found }) => `Geprüft: ${found}`,
    noBackup: "Es gibt keine Sicherung.",
    backups: "Gelesene Sicherungen",
    columns: { of: "Sicherung von", where: "Liegt", size: "Größe", state: "Zustand" },
    where: { newsroom: "in der Redaktion", "second folder": "im zweiten Ordner" },
    good: "Gut",
    milliseconds: ({ count }) => `${String(count)} ms`,
    seconds: ({ count }) => `${decimal(count, 1)} s`,
    minutes: ({ count }) => `${String(count)} Min.`,
    sound: ({ database, log }) => `Die Datenbank ist in Ordnung: ${database}, dazu ${log} Protokoll.`,
    damaged: ({ why }) => `Die Datenbank ist beschädigt: ${why}`,
    strays: ({ count }) =>
      count === 1
        ? "1 Zeile der Datenbank gehört zu keinem Text."
        : `${figure(count)} Zeilen der Datenbank gehören zu keinem Text.`,
    allReadable: ({ count }) => `Jeder Text ist lesbar: ${counted(count, { one: "Text", other: "Texte" })}.`,
    unreadable: ({ count, of }) =>
      `${String(count)} von ${counted(of, { one: "Text", other: "Texten" })} ${count === 1 ? "ist" : "sind"} nicht lesbar.`,
    search: ({ why }) => `Suche: ${why}`,
    noPhotos: "Es gibt keine Fotos.",
    photosGood: ({ count, fileSize }) =>
      `Jedes Foto ist, wie es hereinkam: ${counted(count, { one: "Foto", other: "Fotos" })}, ${fileSize}.`,
    photosBad: ({ bad, count, fileSize }) =>
      `${String(bad)} von ${counted(count, { one: "Foto", other: "Fotos" })} (${fileSize}) ${bad === 1 ? "ist" : "sind"} nicht mehr, wie es war.`,
    photoMissing: ({ name }) =>
      `${name}: Die Datei fehlte, und kein Ordner hat die richtige. Das Foto muss noch einmal hereingeholt werden.`,
    photoChanged: ({ name }) =>
      `${name}: Die Datei war verändert, und kein Ordner hat die richtige. Das Foto muss noch einmal hereingeholt werden.`,
    photoMissingRefetched: ({ name, folder }) =>
      `${name}: Die Datei fehlte; sie wurde aus ${folder} zurückgeholt.`,
    photoChangedRefetched: ({ name, folder }) =>
      `${name}: Die Datei war verändert; sie wurde aus ${folder} zurückgeholt.`,
  },
  state: {
    troubles: {
      "disk-full": "Platte voll",
      "not-writable": "Platte nimmt nichts an",
      damaged: "Redaktion beschädigt",
      "newsroom-in-use": "Ein anderes Programm hält die Redaktion",
    },
    littleRoom: ({ fileSize }) => `Noch ${fileSize} auf der Platte`,
    backingUp: "Sicherung läuft …",
    noBackup: "Noch keine Sicherung",
    lastBackup: ({ at }) => `Letzte Sicherung ${at}`,
    backedUp: ({ at }) => `Gesichert ${at}`,
    inStep: ({ name }) => `${name} aktuell`,
    copying: ({ name }) => `Kopie nach ${name} läuft`,
    behind: ({ name }) => `${name} im Rückstand`,
    absent: ({ name }) => `${name} nicht da`,
    failed: ({ name }) => `${name} nahm keine Kopie an`,
  },
  recovery: {
    endedWithoutClosing: "Stet endete, ohne geschlossen zu werden",
    replaced: "Die Datenbank der Redaktion war beschädigt und ist ersetzt",
    whatWasWritten: "Woran gerade geschrieben wurde",
    storiesWritten: "Texte, an denen gerade geschrieben wurde",
    digitOpens: "Eine Ziffer öffnet den Text dort, wo die Schreibmarke stand.",
    escCloses: "Esc schließt dies bis zum nächsten Start.",
    goOn: "Weiter",
    saved: ({ at }) => `gespeichert ${at}`,
    typed: ({ at }) =>
      `Getippt ${at} und nicht gespeichert: In diesem Browser ist es aufgehoben, und der Text bietet es an.`,
    uncleanEnd: ({ since }) =>
      `Stet war seit ${since} offen und endete, ohne geschlossen zu werden: ein Absturz, ein Stromausfall, oder es wurde beendet.`,
    allSavedIsHere: "Alles Gespeicherte ist da.",
    madeFromText:
      "Es gab keine gute Sicherung. Stet hat die Redaktion aus allem zusammengesetzt, was sich von der beschädigten Datei lesen lässt.",
    madeFromBackup: ({ at }) =>
      `Stet hat die Redaktion aus der Sicherung von ${at} und allem zusammengesetzt, was sich von der beschädigten Datei lesen lässt.`,
    movedAside: "Die beschädigten Dateien wurden beiseitegelegt; gelöscht wurde nichts.",
    stories: "Texte",
    outcomes: { whole: "Vollständig", older: "Älterer Text", partly: "Teilweise" },
    noStory: "Kein Text kam zurück.",
    oneWhole: "Der eine Text ist vollständig.",
    allWhole: ({ count }) => `Alle ${figure(count)} Texte sind vollständig.`,
    sum: ({ count, whole, older, partly }) => {
      const parts = [
        ...(whole === 0 ? [] : [`${String(whole)} vollständig`]),
        ...(older === 0 ? [] : [`${String(older)} mit älterem Text`]),
        ...(partly === 0 ? [] : [`${String(partly)} teilweise`]),
      ];
      return `${counted(count, { one: "Text", other: "Texte" })}: ${parts.join(", ")}.`;
    },
    losses: "Was nicht zurückkam",
    badBackups: "Sicherungen, die ebenfalls beschädigt sind",
    whereAllLies: "Wo alles liegt",
    reportFile: "Dieser Bericht als Datei",
    damagedFiles: "Die beschädigten Dateien",
    asText: "Alles Lesbare als Text",
    backupUsed: "Die verwendete Sicherung",
    nothingAtStake: "Stet endete beim letzten Mal, ohne geschlossen zu werden. Alles Gespeicherte ist da.",
    startedAgain:
      "Die Redaktion war stehen geblieben und wurde neu gestartet. Alles Gespeicherte ist da, und der Text in diesem Fenster auch.",
  },
} satisfies Catalogue["safety"];
