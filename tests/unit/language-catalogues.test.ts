import { describe, expect, it } from "vitest";
import { CATALOGUES, everyString, type Said } from "#tests/support/every-string.ts";

const english = everyString(CATALOGUES.en);
const german = everyString(CATALOGUES.de);

/** Strings that are right in both languages as they are. */
const THE_SAME: readonly string[] = [
  "app.deadline.dueShort",
  "app.groups.Block",
  "app.panels.export",
  "app.title.story",
  "desk.facts.status",
  "desk.facts.statusOf",
  "desk.filters.status",
  "desk.sent",
  "editor.links.label",
  "editor.photos.notAdded",
  "exporting.doing",
  "exporting.formats.docx.name",
  "exporting.formats.nitf.name",
  "exporting.pictures.jpeg.name",
  "exporting.pictures.tiff.name",
  "history.differences.sized",
  "keyboard.placeKeys.forget",
  "keyboard.refused",
  "keyboard.signs.Alt",
  "keyboard.signs.Escape",
  "kit.mend",
  "paste.programs.excel",
  "paste.programs.gmail",
  "paste.programs.googleDocs",
  "paste.programs.libreOffice",
  "paste.programs.outlook",
  "paste.programs.stet",
  "paste.programs.word",
  "safety.health.milliseconds",
  "settings.boilerplate.name",
  "settings.boilerplate.text",
  "settings.newsroom.version",
  "view.faces.sans",
  "view.faces.serif",
];

function namesOf(said: readonly Said[]): readonly string[] {
  return said.map(({ name, text }) => `${name}: ${text}`);
}

/** Words that no German sentence has, except as a name. */
const ENGLISH_WORD =
  /\b(?:the|and|or|of|this|that|with|without|from|is|are|were|be|been|has|have|not|no|to|by|for|it|its|you|your|story|stories|page|save|saved|open|close|headline|caption|byline|newsroom|change|changes|version|versions of|undo|show|hide|add|remove|word|words|line|lines)\b/;

describe("The catalogues of the interface", () => {
  it.each([
    ["English", english],
    ["German", german],
  ])("say something in every string of %s", (_language, said) => {
    expect(said.length).toBeGreaterThan(20);
    expect(
      namesOf(said.filter(({ text }) => text.trim() === "" || /undefined|null|NaN|\[object/.test(text))),
    ).toEqual([]);
  });

  it("have German for every English string, except where the word is the same", () => {
    const inEnglish = new Map(english.map(({ name, text }) => [name, text]));
    const same = new Set(
      german
        .filter(({ name, text }) => inEnglish.get(name) === text && /\p{L}{2}/u.test(text))
        .map(({ name }) => name),
    );
    expect([...same].toSorted()).toEqual(THE_SAME.toSorted());
  });

  it("have left no English in the German", () => {
    expect(namesOf(german.filter(({ text }) => ENGLISH_WORD.test(text)))).toEqual([]);
  });
});

describe("The German of the interface", () => {
  it("has German quotation marks, opened and closed, and no typewriter's", () => {
    const wrong = german.filter(({ name, text }) => {
      // These show the quotation marks of other languages.
      if (name.startsWith("typography.locales.")) return false;
      const marks = text.replaceAll(/[^„“”"‚‘']/g, "");
      return !/^(?:„“|‚‘)*$/.test(marks);
    });
    expect(namesOf(wrong)).toEqual([]);
  });

  it("writes umlauts and the sharp s as letters", () => {
    const spelt =
      /\b(?:fuer|ueber|koenn|moech|waehl|loesch|zurueck|aender|oeffn|schliess|groess|gemaess|ausser|waehr|naech|hinzufueg|schluess|ungueltig|pruef)/i;
    expect(namesOf(german.filter(({ text }) => spelt.test(text)))).toEqual([]);
  });

  it("has no hyphen for a dash, three dots for an ellipsis, or two spaces", () => {
    expect(namesOf(german.filter(({ text }) => /(?: - |\.\.\.|\S {2,}\S| ,| \.(?!\w))/.test(text)))).toEqual(
      [],
    );
  });
});
