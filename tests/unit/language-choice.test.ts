import { afterEach, describe, expect, it } from "vitest";
import { fuzzyFind } from "#renderer/app/fuzzy.ts";
import { soughtNames, titleOf } from "#renderer/app/commands.ts";
import { shortcutText } from "#renderer/app/keys.ts";
import { savedAgo } from "#renderer/app/saved-ago.ts";
import { timeLeft } from "#renderer/app/deadline.ts";
import { readPlanned } from "#renderer/desk/fact-words.ts";
import { fileSize } from "#renderer/app/file-size.ts";
import { chosenLanguage, onLanguage, speak, spokenLanguage, words } from "#shared/language/index.ts";

const COMMAND = { title: (said: ReturnType<typeof words>) => said.app.commands.showBin };

describe("The language of the interface", () => {
  afterEach(() => speak("en"));

  it.each([
    ["system", ["de-AT", "en"], "de"],
    ["system", ["sv-SE", "DE"], "de"],
    ["system", ["sv-SE", "en-GB", "de"], "en"],
    ["system", ["sv-SE"], "en"],
    ["system", [], "en"],
    ["en", ["de-DE"], "en"],
    ["de", ["en-US"], "de"],
  ] as const)("for the choice %s on a system that prefers %j is %s", (choice, preferred, language) => {
    expect(chosenLanguage(choice, preferred)).toBe(language);
  });

  it("changes for whoever asks from then on, and tells of it once", async () => {
    const told: string[] = [];
    const stop = onLanguage(() => told.push(spokenLanguage()));
    await speak("de");
    await speak("de");
    expect(titleOf(COMMAND)).toBe("Papierkorb zeigen");
    await speak("en");
    expect(titleOf(COMMAND)).toBe("Show the bin");
    stop();
    await speak("de");
    expect(told).toEqual(["de", "en"]);
  });

  it("is the one that was asked for last, however long each takes to come", async () => {
    await Promise.all([speak("de"), speak("en")]);
    expect(spokenLanguage()).toBe("en");
  });

  it("leaves a command to be found by its English name as well", async () => {
    await speak("de");
    expect(fuzzyFind("papierkorb", [COMMAND], soughtNames)).toEqual([COMMAND]);
    expect(fuzzyFind("show the bin", [COMMAND], soughtNames)).toEqual([COMMAND]);
    expect(fuzzyFind("export", [COMMAND], soughtNames)).toEqual([]);
  });
});

describe("Numbers, times and keys in German", () => {
  const NOON = Date.parse("2026-11-22T12:00:00");
  const MINUTE = 60_000;

  it("are read as Germans write them", async () => {
    await speak("de");
    expect(readPlanned("1.200", "words")).toEqual({ ok: true, value: { amount: 1_200, unit: "words" } });
    expect(readPlanned("12,5", "inches")).toEqual({ ok: true, value: { amount: 12.5, unit: "inches" } });
    expect(readPlanned("viel", "words")).toMatchObject({ ok: false });
    await speak("en");
    expect(readPlanned("1,200", "words")).toEqual({ ok: true, value: { amount: 1_200, unit: "words" } });
  });

  it("are written as Germans write them", async () => {
    await speak("de");
    const { forms } = words();
    expect(forms.figure(1_204)).toBe("1.204");
    expect(forms.dayAndTime(NOON, NOON)).toBe("12:00");
    expect(forms.when(NOON, NOON + 48 * 60 * MINUTE)).toBe("am 22. Nov. um 12:00 Uhr");
    expect(forms.longDay(NOON, true)).toBe("Sonntag, 22. November 2026");
    expect(forms.all(["a", "b", "c"])).toBe("a, b und c");
    expect(forms.quoted("so")).toBe("„so“");
    expect(savedAgo(NOON, NOON + 450).text).toBe("vor 0,4 s");
    expect(fileSize(2_140_000)).toBe("2,1 MB");
    expect(timeLeft(new Date(NOON + 80 * MINUTE).toISOString(), NOON).text).toBe("fällig in 1 Std. 20");
    expect(timeLeft(new Date(NOON - 49 * 60 * MINUTE).toISOString(), NOON).text).toBe(
      "seit 2 Tagen überfällig",
    );
    expect(shortcutText("Mod+Shift+Delete", "linux")).toBe("Strg+Umschalt+Entf");
    expect(shortcutText("Mod+Shift+E", "mac")).toBe("⌘⇧E");
    await speak("en");
    expect(shortcutText("Mod+Shift+Delete", "linux")).toBe("Ctrl+Shift+Delete");
  });
});
