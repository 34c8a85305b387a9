import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertMoney, moneyIn, type ExchangeRates } from "#shared/style/currency/index.ts";
import { anyStoryText } from "#tests/support/any-story.ts";

const IN_DOLLARS: ExchangeRates = {
  base: "USD",
  day: "2026-11-27",
  rates: { EUR: 1.08, GBP: 1.25, JPY: 0.0067, NOK: 0.09, SEK: 0.095 },
  crown: "NOK",
};
const IN_KRONER: ExchangeRates = {
  base: "NOK",
  day: "2026-11-27",
  rates: { USD: 11, EUR: 11.8, SEK: 1.05, JPY: 0.07 },
  crown: "SEK",
};
const IN_YEN: ExchangeRates = { base: "JPY", day: "", rates: { USD: 150 }, crown: "NOK" };

function conversions(text: string, rates: ExchangeRates): readonly string[] {
  return moneyIn(text).map((money) => {
    const other = convertMoney(money, rates);
    const was = text.slice(money.at, money.at + money.length);
    return `${was} = ${"now" in other ? other.now : `no ${other.lacks} (${other.currency})`}`;
  });
}

describe("An amount of money in the desk’s own currency", () => {
  it.each([
    ["a €5 ticket", "€5 = $5.40"],
    ["costs €20,000", "€20,000 = $22,000"],
    ["€5 million more", "€5 million = $5.4 million"],
    ["a €1.2 billion loan", "€1.2 billion = $1.3 billion"],
    ["from €5 million to €10 million", "€5 million to €10 million = $5.4 million to $11 million"],
    ["€5-10 million", "€5-10 million = $5.4 million to $11 million"],
    ["€5 to €10", "€5 to €10 = $5.40 to $11"],
    ["some £3bn", "£3bn = $3.8bn"],
    ["£3bn to £4bn", "£3bn to £4bn = $3.8bn to $5bn"],
    ["£5m", "£5m = $6.3m"],
    ["£950 million", "£950 million = $1.2 billion"],
    ["¥100 million", "¥100 million = $670,000"],
    ["2,000 yen", "2,000 yen = $13"],
    ["five million euros", "five million euros = $5.4 million"],
    ["a 500-euro fine", "500-euro = $540"],
    ["kr 500", "kr 500 = $45"],
    ["500–700 kr", "500–700 kr = $45 to $63"],
    ["500 kroner", "500 kroner = $45"],
    ["500 Swedish kronor", "500 Swedish kronor = $48"],
    ["SEK 1.5 million", "SEK 1.5 million = $140,000"],
    ["1,250 euros", "1,250 euros = $1,350"],
    ["EUR 40", "EUR 40 = $43"],
    ["one yen", "one yen = $0.01"],
  ])("is converted and rounded as measures are: %s", (text, expected) => {
    expect(conversions(text, IN_DOLLARS)).toEqual([expected]);
  });

  it.each([
    ["a $5 million suit", "$5 million = 55 million kroner"],
    ["US$20", "US$20 = 220 kroner"],
    ["500 kronor", "500 kronor = 530 kroner"],
    ["500 kr", "500 kr = 530 kroner"],
    ["5 dollars", "5 dollars = 55 kroner"],
    ["¥14", "¥14 = 0.98 kroner"],
  ])("has its word behind it where that is how it is written: %s", (text, expected) => {
    expect(conversions(text, IN_KRONER)).toEqual([expected]);
  });

  it("has no hundredths of a yen", () => {
    expect(conversions("$0.25", IN_YEN)).toEqual(["$0.25 = ¥38"]);
  });

  it("says what is missing where there is no rate, or nothing to convert", () => {
    expect(conversions("$5 and DKK 5", IN_DOLLARS)).toEqual([
      "$5 = no other currency (USD)",
      "DKK 5 = no rate (DKK)",
    ]);
  });

  it.each(["150 pounds of fish", "C$5", "the euro zone", "R2$5", "euro 2024er", "kr", "5 krill", "5 sek"])(
    "is not seen where there is none: %s",
    (text) => {
      expect(moneyIn(text)).toEqual([]);
    },
  );

  it("is within half a digit of what it is worth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        (euros, rate) => {
          const [money] = moneyIn(`€${euros.toLocaleString("en-US")}`);
          const other = money ? convertMoney(money, { ...IN_DOLLARS, rates: { EUR: rate } }) : null;
          if (other === null || !("now" in other)) throw new Error("not converted");
          const [, figure = "", word = ""] = /^\$([\d,.]+) ?(\w*)$/u.exec(other.now) ?? [];
          const scale = word === "million" ? 1e6 : word === "billion" ? 1e9 : 1;
          const worth = Number(figure.replaceAll(",", "")) * scale;
          expect(Math.abs(worth - euros * rate)).toBeLessThanOrEqual(Math.max(0.06 * euros * rate, 0.01));
        },
      ),
    );
  });

  it("is looked for in any text without trouble", () => {
    fc.assert(
      fc.property(anyStoryText, anyStoryText, (before, after) => {
        const text = `${before} €5 million ${after}`;
        expect(conversions(text, IN_DOLLARS).join(" ")).not.toMatch(/NaN|Infinity|undefined/u);
      }),
    );
  });
});
