import { describe, expect, it } from "vitest";
import {
  cleanParagraph,
  substitutionAsTyped,
  typographyStyle,
  type TypographyLocale,
  type TypographyRule,
} from "#shared/style/typography/index.ts";
import { typedOut } from "#tests/support/typed-out.ts";

type Case = readonly [typed: string, set: string];

/** Typed key by key and cleaned as a whole, these come out the same. */
const BOTH: Readonly<Record<TypographyLocale, readonly Case[]>> = {
  us: [
    [`"Yes," she said.`, `“Yes,” she said.`],
    [`She said "yes" twice.`, `She said “yes” twice.`],
    [`He said, "She said 'no' and left."`, `He said, “She said ‘no’ and left.”`],
    [`"'No,' she said," he said.`, `“‘No,’ she said,” he said.`],
    [`He quoted her: "I said 'no.'"`, `He quoted her: “I said ‘no.’”`],
    [`("Aside")`, `(“Aside”)`],
    [`["Sic"] {"so"}`, `[“Sic”] {“so”}`],
    [`either/"or"`, `either/“or”`],
    [`The plan--"a gift"--passed.`, `The plan—“a gift”—passed.`],
    [`"I thought--" she began.`, `“I thought—” she began.`],
    [`"Well..." he said.`, `“Well…” he said.`],
    [`"...and so on"`, `“…and so on”`],
    [`a\u00A0"word"`, `a\u00A0“word”`],
    [`a\u202F"word" and\u2009'one'`, `a\u202F“word” and\u2009‘one’`],
    [`line one\n"line two"`, `line one\n“line two”`],
    [`tab\t"quoted"`, `tab\t“quoted”`],
    [`"A" "B"`, `“A” “B”`],
    [`¿"Qué"?`, `¿“Qué”?`],
    [`"¡No!"`, `“¡No!”`],
    [`Ωmega's "Ω"`, `Ωmega’s “Ω”`],
    [`"É" and "ß"`, `“É” and “ß”`],
    [`"🎉"`, `“🎉”`],
    [`the '90s`, `the ’90s`],
    [`the '90s.`, `the ’90s.`],
    [`the mid-'90s and late '80s `, `the mid-’90s and late ’80s `],
    [`the class of '68 met`, `the class of ’68 met`],
    [`("the '60s")`, `(“the ’60s”)`],
    [`summer of '05, then`, `summer of ’05, then`],
    [`in '20s style`, `in ’20s style`],
    [`the class of '05's reunion`, `the class of ’05’s reunion`],
    [`the '60s-'70s and '70s' end`, `the ’60s-’70s and ’70s’ end`],
    [`rock 'n' roll`, `rock ’n’ roll`],
    [`Rock-'n'-roll`, `Rock-’n’-roll`],
    [`'Twas the night`, `’Twas the night`],
    [`'tis so`, `’tis so`],
    [`"'Tis so," he said`, `“’Tis so,” he said`],
    [`Get 'em now`, `Get ’em now`],
    [`pick 'n mix`, `pick ’n mix`],
    [`wait 'til noon`, `wait ’til noon`],
    [`just 'cause it is`, `just ’cause it is`],
    [`'tisn't so`, `’tisn’t so`],
    [`'ere's the thing`, `’ere’s the thing`],
    [`'Tis true,' he said.`, `’Tis true,’ he said.`],
    [`will-o'-the-wisp and Ol' Man`, `will-o’-the-wisp and Ol’ Man`],
    [`Guns N' Roses; R'n'B`, `Guns N’ Roses; R’n’B`],
    [`He said:"Go," and she said,"No."`, `He said:“Go,” and she said,“No.”`],
    [`He said:'Go.'`, `He said:‘Go.’`],
    [`don't, won't, y'all'd've`, `don’t, won’t, y’all’d’ve`],
    [`O'Dea and D'Arcy`, `O’Dea and D’Arcy`],
    [`the dogs' bowls`, `the dogs’ bowls`],
    [`goin' and rockin' on`, `goin’ and rockin’ on`],
    [`"The Times"'s view`, `“The Times”’s view`],
    [`James's; the Joneses'.`, `James’s; the Joneses’.`],
    [`the 1990's end`, `the 1990’s end`],
    [`the 49'ers won`, `the 49’ers won`],
    [`"100" and '100'`, `“100” and ‘100’`],
    [`"Page 6" and 'page 6'`, `“Page 6” and ‘page 6’`],
    [`'25' years`, `‘25’ years`],
    [`'em' is a tag`, `‘em’ is a tag`],
    [`"Class of '68"`, `“Class of ’68”`],
    [`'20 dead' in fire`, `‘20 dead’ in fire`],
    [`a 6'2" guard`, `a 6′2″ guard`],
    [`6' 2" tall`, `6′ 2″ tall`],
    [`"He's 6'2"," she said.`, `“He’s 6′2″,” she said.`],
    [`a 27" screen`, `a 27″ screen`],
    [`ran 5'30" flat`, `ran 5′30″ flat`],
    [`48°51'24" N`, `48°51′24″ N`],
    [`12.5' deep`, `12.5′ deep`],
    [`a 5'-10" guard`, `a 5′-10″ guard`],
    [`a 2'x4' board, 2"x4"`, `a 2′x4′ board, 2″x4″`],
    [`two 12"s and a 7"`, `two 12″s and a 7″`],
    [`40°26'46"N of it`, `40°26′46″N of it`],
    [`an 8 1/2" x 11" sheet`, `an 8½″ x 11″ sheet`],
    [`1984' was`, `1984’ was`],
    [`yes--no`, `yes—no`],
    [`yes -- no`, `yes — no`],
    [`yes---no`, `yes—no`],
    [`yes - no`, `yes — no`],
    [`pages 10--12 and 10-12`, `pages 10–12 and 10-12`],
    [`won 3 - 2 there`, `won 3 - 2 there`],
    [`$3--$5 and £10--20`, `$3–$5 and £10–20`],
    [`in 1990-95, won 3-2`, `in 1990-95, won 3-2`],
    [`well-known co-op`, `well-known co-op`],
    [`- an item`, `- an item`],
    [`Wait...`, `Wait…`],
    [`Wait... what`, `Wait… what`],
    [`So . . . what`, `So … what`],
    [`wait... ... what`, `wait… … what`],
    [`wait... .5 percent`, `wait… .5 percent`],
    [`He left. . . . So`, `He left. . . . So`],
    [`our base. ... I left`, `our base. … I left`],
    [`So.... what and so. . . . what`, `So.... what and so. . . . what`],
    [`see ../up and a.b`, `see ../up and a.b`],
    [`add 1/2 cup, 3/4 mile.`, `add ½ cup, ¾ mile.`],
    [`5 1/2 miles`, `5½ miles`],
    [`a 1/2-inch pipe`, `a ½-inch pipe`],
    [`a 1/2" pipe`, `a ½″ pipe`],
    [`11/22/2026 and 1/2/2026 `, `11/22/2026 and 1/2/2026 `],
    [`24/7 and 9/11 and 1/25 `, `24/7 and 9/11 and 1/25 `],
    [`and/or n/a `, `and/or n/a `],
    [`2026 1/2 of it`, `2026 ½ of it`],
    [`see https://x.org/a--b...c/1/2 now`, `see https://x.org/a--b...c/1/2 now`],
    [`mail a@b--c.org now`, `mail a@b--c.org now`],
    [`'s-Hertogenbosch`, `’s-Hertogenbosch`],
    [`Van 't Hoff said`, `Van ’t Hoff said`],
  ],
  uk: [
    [`'She said "no",' he said.`, `‘She said “no”,’ he said.`],
    [`yes -- no`, `yes – no`],
    [`yes - no`, `yes – no`],
    [`yes---no`, `yes—no`],
    [`pages 10--12`, `pages 10–12`],
    [`fish 'n' chips`, `fish ’n’ chips`],
    [`the '70s`, `the ’70s`],
  ],
  french: [
    [`"Bonjour", dit-il.`, `«\u00A0Bonjour\u00A0», dit-il.`],
    [`Quoi? Non! Oui; et`, `Quoi\u202F? Non\u202F! Oui\u202F; et`],
    [`Quoi ? Non ! Oui ; et`, `Quoi\u202F? Non\u202F! Oui\u202F; et`],
    [`Voici: un`, `Voici\u00A0: un`],
    [`Voici : un`, `Voici\u00A0: un`],
    [`Article 3: un`, `Article 3\u00A0: un`],
    [`à 12:30 ou`, `à 12:30 ou`],
    [`http://x.fr et`, `http://x.fr et`],
    [`Quoi?! Ah`, `Quoi\u202F?! Ah`],
    [`(!) et`, `(!) et`],
    [`l'eau, d'or, aujourd'hui`, `l’eau, d’or, aujourd’hui`],
    [`"Il dit "oui" ici"`, `«\u00A0Il dit “oui” ici\u00A0»`],
    [`«mot» ici`, `«\u00A0mot\u00A0» ici`],
    [`"Quoi?" dit-il`, `«\u00A0Quoi\u202F?\u00A0» dit-il`],
    [`mai '68 fut`, `mai ’68 fut`],
    [`l'"amie" et d'"un"`, `l’«\u00A0amie\u00A0» et d’«\u00A0un\u00A0»`],
    [`qu'"il" vient`, `qu’«\u00A0il\u00A0» vient`],
    [`Il dit "l'"un" ici"`, `Il dit «\u00A0l’“un” ici\u00A0»`],
    [`etc.; puis`, `etc.\u202F; puis`],
    [`un 1/2; deux`, `un ½\u202F; deux`],
    [`le p'tit 'tit gars`, `le p’tit ’tit gars`],
    [`oui -- non`, `oui – non`],
    [`Bon...`, `Bon…`],
    [`Bon...!`, `Bon…\u202F!`],
  ],
  german: [
    [`"Ja", sagte sie.`, `„Ja“, sagte sie.`],
    [`"Er sagte 'nein' dazu."`, `„Er sagte ‚nein‘ dazu.“`],
    [`"'Nein'"`, `„‚Nein‘“`],
    [`Wie geht's?`, `Wie geht’s?`],
    [`"Er rief 'Geht's los' laut"`, `„Er rief ‚Geht’s los‘ laut“`],
    [`Hans' Auto`, `Hans’ Auto`],
    [`die '68er kamen`, `die ’68er kamen`],
    [`'68er kamen`, `’68er kamen`],
    [`so 'n Tag`, `so ’n Tag`],
    [`ja -- nein`, `ja – nein`],
    [`("Ja")`, `(„Ja“)`],
    [`Moment: "Ja?"`, `Moment: „Ja?“`],
  ],
  swedish: [
    [`"Ja", sa hon.`, `”Ja”, sa hon.`],
    [`"Han sa 'nej' då"`, `”Han sa ’nej’ då”`],
    [`"'Nej'"`, `”’Nej’”`],
    [`sa'n och ha'nte`, `sa’n och ha’nte`],
    [`("Ja")`, `(”Ja”)`],
    [`ja -- nej`, `ja – nej`],
    [`på '90-talet`, `på ’90-talet`],
  ],
};

const WITH_UNITS: readonly (readonly [TypographyLocale, string, string])[] = [
  ["us", `10 km away`, `10\u00A0km away`],
  ["us", `10 kmh away`, `10 kmh away`],
  ["us", `at 5 p.m. on`, `at 5\u00A0p.m. on`],
  ["uk", `£3 million on`, `£3\u00A0million on`],
  ["french", `10 % et 5 € là`, `10\u00A0% et 5\u00A0€ là`],
  ["german", `um 8 Uhr und 5 Mio. Euro`, `um 8\u00A0Uhr und 5\u00A0Mio. Euro`],
  ["swedish", `10 kr och 3 miljoner nu`, `10\u00A0kr och 3\u00A0miljoner nu`],
];

const CLEANED_ONLY: readonly (readonly [TypographyLocale, string, string])[] = [
  ["us", `One.  Two.   Three.`, `One. Two. Three.`],
  ["us", `No , not so . Right ?`, `No, not so. Right?`],
  ["us", `a .22 rifle, a ,5 and ... so`, `a .22 rifle, a ,5 and … so`],
  ["us", `a smile :) and :-)`, `a smile :) and :-)`],
  ["us", `a box [ ] here`, `a box [ ] here`],
  ["us", `the ‘90s and ‘tis and don‘t`, `the ’90s and ’tis and don’t`],
  ["us", `'Cause and effect' is a play`, `‘Cause and effect’ is a play`],
  ["us", `a rule ------ stays`, `a rule ------ stays`],
  ["us", `<!-- note -->`, `<!-- note -->`],
  ["us", `mail a--b@example.org now`, `mail a--b@example.org now`],
  ["us", `four.... dots`, `four.... dots`],
  ["french", `Il dit " oui " ici`, `Il dit «\u00A0oui\u00A0» ici`],
  ["french", `«  oui  » ,  non`, `«\u00A0oui\u00A0», non`],
  ["french", `Ah  ? Oui ,`, `Ah\u202F? Oui,`],
];

/** What goes wrong with text in another rule's way, where one rule is off. */
const OFF: readonly (readonly [TypographyRule, string, string])[] = [
  ["quotes", `"It's 6'2" --"`, `"It’s 6′2″ —"`],
  ["apostrophes", `"It's"`, `“It's”`],
  ["primes", `6'2" `, `6’2” `],
  ["dashes", `a--b - c...`, `a--b - c…`],
  ["ellipsis", `a--b...`, `a—b...`],
  ["fractions", `1/2 "a"`, `1/2 “a”`],
];

const LOCALES = Object.entries(BOTH).map(([locale, cases]) => ({ locale, cases }));

describe.each(LOCALES)("Typography of $locale", ({ locale, cases }) => {
  const name = (["us", "uk", "french", "german", "swedish"] as const).find((one) => one === locale) ?? "us";
  const style = typographyStyle(name);
  it.each(cases)("sets %s as it is typed", (typed, set) => {
    expect(typedOut(typed, style)).toBe(set);
  });
  it.each(cases)("sets %s when it is cleaned", (typed, set) => {
    expect(cleanParagraph(typed, style).text).toBe(set);
  });
  it.each(cases)("leaves what has been made of %s as it is", (_typed, set) => {
    expect(cleanParagraph(set, style).changes).toEqual([]);
  });
});

describe("Numbers and their units", () => {
  it.each(WITH_UNITS)("are kept together in %s: %s", (locale, typed, set) => {
    const style = typographyStyle(locale, []);
    expect(typedOut(typed, style)).toBe(set);
    expect(cleanParagraph(typed, style).text).toBe(set);
  });
  it("are left alone until somebody asks for that", () => {
    expect(typedOut("10 km away", typographyStyle("us"))).toBe("10 km away");
  });
});

describe("Cleaning", () => {
  it.each(CLEANED_ONLY)("sets in %s: %s", (locale, raw, set) => {
    expect(cleanParagraph(raw, typographyStyle(locale)).text).toBe(set);
  });
});

describe("A rule that is off", () => {
  it.each(OFF)("%s leaves its characters alone and the others work: %s", (rule, typed, set) => {
    expect(typedOut(typed, typographyStyle("us", [rule, "unitSpaces"]))).toBe(set);
  });
});

describe("A quote typed into written text", () => {
  const us = typographyStyle("us");
  it.each([
    ["she said ", "yes to it", "“"],
    ["she said “yes", " to it", "”"],
    ["the word", " here", "”"],
  ])("behind %s and before %s is %s", (before, after, mark) => {
    expect(substitutionAsTyped({ before: `${before}"`, after }, us)?.now).toBe(mark);
  });
});
