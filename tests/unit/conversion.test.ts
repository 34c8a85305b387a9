import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertMeasure, measuresIn } from "#shared/style/conversion/index.ts";
import { anyStoryText } from "#tests/support/any-story.ts";

function conversions(text: string, spelling: "us" | "uk" = "us"): readonly string[] {
  return measuresIn(text).map(
    (measure) =>
      `${text.slice(measure.at, measure.at + measure.length)} = ${convertMeasure(measure, spelling)}`,
  );
}

describe("A measure in the other system", () => {
  it.each([
    ["ran 5 miles", "5 miles = 8 kilometers"],
    ["a mile of 1 mile", "1 mile = 1.6 kilometers"],
    ["26.2 miles", "26.2 miles = 42.2 kilometers"],
    ["about 100 miles", "100 miles = 160 kilometers"],
    ["3,000 km", "3,000 km = 1,900 mi"],
    ["a 5-mile run", "5-mile = 8-kilometer"],
    ["a 5- to 10-mile run", "5- to 10-mile = 8- to 16-kilometer"],
    ["5 to 10 miles", "5 to 10 miles = 8 to 16 kilometers"],
    ["five miles off", "five miles = 8 kilometers"],
    ["5 1/2 miles", "5 1/2 miles = 8.9 kilometers"],
    ["5½ miles", "5½ miles = 8.9 kilometers"],
    ["She is 6 feet 2 inches tall", "6 feet 2 inches = 1.88 meters"],
    ["a 6-foot-2 guard", "6-foot-2 = 1.88-meter"],
    ["he is 6′2″", "6′2″ = 1.88 m"],
    ["a 12-foot wall", "12-foot = 3.7-meter"],
    ["30 centimeters", "30 centimeters = 12 inches"],
    ["150 pounds", "150 pounds = 68 kilograms"],
    ["70 kg", "70 kg = 150 lb"],
    ["72 degrees Fahrenheit", "72 degrees Fahrenheit = 22 degrees Celsius"],
    ["a low of -10°F", "-10°F = −23°C"],
    ["37 degrees Celsius", "37 degrees Celsius = 99 degrees Fahrenheit"],
    ["1,250 acres", "1,250 acres = 506 hectares"],
    ["5 million acres", "5 million acres = 2 million hectares"],
    ["10 gallons", "10 gallons = 38 liters"],
    ["winds of 75 mph", "75 mph = 120 km/h"],
    ["60 miles per hour", "60 miles per hour = 97 kilometers per hour"],
    ["between 20 and 30 miles off", "20 and 30 miles = 32 and 48 kilometers"],
    ["between 5 and 10 km", "5 and 10 km = 3.1 and 6.2 mi"],
    ["2 to 4 inches of rain", "2 to 4 inches = 5 to 10 centimeters"],
    ["0.1 to 10 inches", "0.1 to 10 inches = 0.25 to 25 centimeters"],
    ["a 5-foot-10 guard", "5-foot-10 = 1.78-meter"],
    ["a 5-foot-10-inch guard", "5-foot-10-inch = 1.78-meter"],
    ["a 5-foot, 10-inch guard", "5-foot, 10-inch = 1.78-meter"],
    ["a six-foot-two guard", "six-foot-two = 1.88-meter"],
    ["he is 5 foot 10", "5 foot 10 = 1.78 meters"],
    ["he is 6 ft 2 in tall", "6 ft 2 in = 1.88 m"],
    ["he is 5ft 10in", "5ft 10in = 1.78 m"],
    ["8 pounds, 6 ounces at birth", "8 pounds, 6 ounces = 3.8 kilograms"],
    ["8 lb 6 oz", "8 lb 6 oz = 3.8 kg"],
    ["an 8-pound, 6-ounce girl", "8-pound, 6-ounce = 3.8-kilogram"],
    ["1/2 mile off", "1/2 mile = 0.8 kilometers"],
    ["a 3/4-inch pipe", "3/4-inch = 1.9-centimeter"],
    ["half a mile off", "half a mile = 0.8 kilometers"],
    ["a half-mile run", "half-mile = 0.8-kilometer"],
    ["two and a half miles", "two and a half miles = 4 kilometers"],
    ["nine-and-a-half feet", "nine-and-a-half feet = 2.9 meters"],
    ["a quarter-mile track", "quarter-mile = 0.4-kilometer"],
    ["100 square feet", "100 square feet = 9.3 square meters"],
    ["a 1,200-square-foot house", "1,200-square-foot = 110-square-meter"],
    ["2.5 million square miles", "2.5 million square miles = 6.5 million square kilometers"],
    ["ran 40 yards", "40 yards = 37 meters"],
    ["a low of minus 10 degrees F", "minus 10 degrees F = minus 23 degrees Celsius"],
    ["0 degrees Celsius", "0 degrees Celsius = 32 degrees Fahrenheit"],
  ])("is found and rounded as a newsroom rounds: %s", (text, expected) => {
    expect(conversions(text)).toEqual([expected]);
  });

  it("is spelled as the desk spells", () => {
    expect(conversions("3 miles", "uk")).toEqual(["3 miles = 4.8 kilometres"]);
  });

  it.each([
    "$5 million",
    "Mile End",
    "9 inmates",
    "5 members",
    "Route 66",
    "the 5 Fs",
    "v1.2.3 mi",
    "£5 pounds",
    "40 miles per gallon",
    "30 miles to the gallon",
    "on 9/11 miles away",
  ])("is not seen where there is none: %s", (text) => {
    expect(conversions(text)).toEqual([]);
  });

  it("comes back near where it started, by the digits it has", () => {
    const anyFigure = fc.tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.constantFrom("miles", "feet", "inches", "pounds", "acres", "gallons", "mph"),
    );
    fc.assert(
      fc.property(anyFigure, ([figure, unit]) => {
        const text = `${String(figure)} ${unit}`;
        const [there] = measuresIn(text);
        const other = there ? convertMeasure(there, "us") : "";
        const [back] = measuresIn(other);
        const again = back ? Number.parseFloat(convertMeasure(back, "us").replaceAll(",", "")) : Number.NaN;
        expect(Math.abs(again - figure) / figure).toBeLessThan(0.11);
      }),
    );
  });

  it("is looked for in any text without trouble", () => {
    fc.assert(
      fc.property(anyStoryText, anyStoryText, (before, after) => {
        const text = `${before} 5 miles ${after}`;
        for (const measure of measuresIn(text)) expect(convertMeasure(measure, "us")).not.toContain("NaN");
      }),
    );
  });
});
