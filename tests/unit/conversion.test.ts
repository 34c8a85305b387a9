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
