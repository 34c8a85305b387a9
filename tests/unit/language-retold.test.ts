import { afterEach, describe, expect, it } from "vitest";
import { failure, FAILURE_CODES } from "#shared/contract/failures.ts";
import { FOUND_LABELS, READ_REASONS } from "#shared/contract/read-reasons.ts";
import { retold, retoldFailure, retoldReadWord, speak } from "#shared/language/index.ts";
import { told as english } from "#shared/language/english/told/index.ts";
import { exporting } from "#shared/language/english/told/exporting.ts";
import { intake } from "#shared/language/english/told/intake.ts";
import { kits } from "#shared/language/english/told/kits.ts";
import { newsroom } from "#shared/language/english/told/newsroom.ts";
import { photos } from "#shared/language/english/told/photos.ts";
import { recovery } from "#shared/language/english/told/recovery.ts";
import { told } from "#shared/language/told.ts";
import { CARRIER_FAILURE_CODES } from "#shared/rpc/contract-types.ts";
import { keptSayableSchema } from "#shared/rpc/message.ts";

afterEach(() => speak("en"));

const EMPTY = failure("empty-file", told("emptyCopy", { name: "harbor.txt" }), "harbor.txt");

describe("What the core tells", () => {
  it("is English for the command line and for logs, whatever is spoken", async () => {
    await speak("de");
    expect(EMPTY.message).toBe("harbor.txt is empty: 0 bytes. Ask for it again.");
  });

  it("is read from the disk also where an older Stet kept it in English only", () => {
    const kept = "The caption is “Ferry” in XMP, but “Boat” in EXIF.";
    expect(keptSayableSchema.parse(kept)).toEqual({ message: kept });
    expect(retold(keptSayableSchema.parse(kept))).toBe(kept);
    const whole = { message: EMPTY.message, said: EMPTY.said };
    expect(keptSayableSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(keptSayableSchema.safeParse(7).success).toBe(false);
  });

  it("is said in the language that is spoken when it is shown", async () => {
    expect(retold(EMPTY)).toBe("harbor.txt is empty: 0 bytes. Ask for it again.");
    await speak("de");
    expect(retold(EMPTY)).toBe("harbor.txt ist leer: 0 Byte. Die Datei bitte noch einmal anfordern.");
    expect(retoldFailure(EMPTY)).toMatchObject({
      code: "empty-file",
      message: "harbor.txt ist leer: 0 Byte. Die Datei bitte noch einmal anfordern.",
      about: "harbor.txt",
    });
  });

  it("arrives over a wire that knows text only", async () => {
    await speak("de");
    const sent: unknown = JSON.parse(
      JSON.stringify(told("otherCopy", { name: "a.txt", like: { extension: "pdf", family: "application" } })),
    );
    expect(retold(sent as ReturnType<typeof told>)).toBe(
      "a.txt ist kein Text: Die Datei beginnt wie ein PDF-Dokument.",
    );
  });

  it.each([...FAILURE_CODES, ...CARRIER_FAILURE_CODES])(
    "has German for %s, where no sentence came with it",
    async (code) => {
      await speak("de");
      const { message } = retoldFailure({ code, message: "Something went wrong inside Stet." });
      expect(message).toMatch(/^\p{Lu}.*\.$/u);
      expect(message).not.toContain("Something");
    },
  );

  it("comes through in English where a newer Stet tells what this one has no words for", async () => {
    await speak("de");
    const said = { name: "toldNextYear", named: {} };
    expect(retold({ message: "The tide is out.", said })).toBe("The tide is out.");
    expect(retold({ message: "The tide is out.", said: { name: "toString" } })).toBe("The tide is out.");
  });

  it("says in German where in a desk kit what is wrong", async () => {
    await speak("de");
    const trouble = {
      place: "column specs “News”, styles, paragraph, leading",
      message: "is missing; it must be a number",
      steps: [
        { part: "specs", member: "News" },
        { part: "styles" },
        { part: "paragraph" },
        { part: "leadingPt" },
      ],
      fault: { name: "missing", of: "number" },
    };
    expect(retold(told("kitRefused", { name: "haus.stetkit", trouble, more: 2 }))).toBe(
      "haus.stetkit kam nicht herein. Satzart „News“, Stile, Absatz, Zeilenabstand: fehlt; hierher gehört eine Zahl. Und 2 weitere Stellen.",
    );
    expect(retold(told("fontRefused", { name: "haus.woff", fault: { name: "webFont", of: "WOFF" } }))).toBe(
      "haus.woff kam nicht herein: Die Datei ist eine WOFF-Schrift für Webseiten; Stet nimmt die TrueType- oder OpenType-Datei selbst.",
    );
    const newer = { ...trouble, fault: { name: "nextYear" } };
    expect(retold(told("kitTrouble", newer))).toContain("is missing; it must be a number");
  });

  it("says in German what came back of a damaged newsroom", async () => {
    await speak("de");
    const back = {
      slug: "kaimauer",
      how: "inPart",
      backupOf: "2026-11-22 13:02:11 UTC",
      madeGood: 0,
      missing: 1,
      older: 2,
      spoilt: 0,
      isOrderLost: false,
      areFactsLost: true,
      areFactsSpoilt: false,
    } as const;
    expect(retold(told("storyBack", back))).toBe(
      "„kaimauer“ kam zum Teil zurück: 1 Absatz nirgends lesbar, 2 Absätze so wie in der Sicherung vom 2026-11-22 13:02:11 UTC, die Angaben zum Text gingen verloren.",
    );
    expect(told("storyBack", back).message).toBe(
      "“kaimauer” came back in part: 1 paragraph could not be read anywhere, 2 paragraphs are as the backup of 2026-11-22 13:02:11 UTC has them, its facts were lost.",
    );
  });

  it("has one name for each sentence, in whichever room it stands", () => {
    const names = [intake, photos, newsroom, exporting, kits, recovery].flatMap((room) => Object.keys(room));
    expect(Object.keys(english)).toHaveLength(names.length);
  });

  it("explains the reading of copy in German as well", async () => {
    expect(retoldReadWord("a photo's credit")).toBe("a photo's credit");
    await speak("de");
    expect(retoldReadWord("a photo's credit")).toBe("der Bildnachweis eines Fotos");
    expect([...READ_REASONS, ...FOUND_LABELS].filter((word) => retoldReadWord(word) === word)).toEqual([]);
  });
});
