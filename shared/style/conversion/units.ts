/** How a unit is written: in words (one, many; American, then British), and as a symbol. */
interface UnitWords {
  readonly one: string;
  readonly many: string;
  readonly britishOne?: string;
  readonly britishMany?: string;
  readonly symbol: string;
  /** No space between figure and symbol. */
  readonly isTight?: true;
}

/** A unit of measure, and the one that it is converted into. */
export interface Unit {
  readonly id: UnitId;
  /** As copy writes it in words, and as a symbol: patterns without anchors. */
  readonly inWords: string;
  readonly asSymbol: string;
  readonly words: UnitWords;
  readonly into: UnitId;
  /** The smaller unit that stands beside it, as inches beside feet, and how many of them make one. */
  readonly smaller?: { readonly inWords: string; readonly asSymbol: string; readonly perOne: number };
  readonly convert: (amount: number) => number;
}

export type UnitId =
  | "mile"
  | "kilometer"
  | "foot"
  | "meter"
  | "inch"
  | "centimeter"
  | "pound"
  | "kilogram"
  | "fahrenheit"
  | "celsius"
  | "acre"
  | "hectare"
  | "gallon"
  | "liter"
  | "milePerHour"
  | "kilometerPerHour"
  | "yard"
  | "squareFoot"
  | "squareMeter"
  | "squareMile"
  | "squareKilometer";

/**
 * Exact factors: the international mile, foot, inch and pound (NIST SP 811, appendix B.8), the US liquid
 * gallon, and the acre of 4,840 square yards.
 */
const KM_PER_MILE = 1.609344;
const M_PER_FOOT = 0.3048;
const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.45359237;
const HA_PER_ACRE = 0.40468564224;
const L_PER_GALLON = 3.785411784;

function pair(
  [a, aWords, aSymbol, aText]: readonly [UnitId, string, string, UnitWords],
  [b, bWords, bSymbol, bText]: readonly [UnitId, string, string, UnitWords],
  factor: number,
): readonly Unit[] {
  return [
    {
      id: a,
      inWords: aWords,
      asSymbol: aSymbol,
      words: aText,
      into: b,
      convert: (amount) => amount * factor,
    },
    {
      id: b,
      inWords: bWords,
      asSymbol: bSymbol,
      words: bText,
      into: a,
      convert: (amount) => amount / factor,
    },
  ];
}

const ALONE: readonly Unit[] = [
  ...pair(
    [
      "milePerHour",
      "miles (?:an|per) hour",
      "mph",
      { one: "mile per hour", many: "miles per hour", symbol: "mph" },
    ],
    [
      "kilometerPerHour",
      "kilomet(?:er|re)s (?:an|per) hour",
      "km/h|kph",
      {
        one: "kilometer per hour",
        many: "kilometers per hour",
        britishOne: "kilometre per hour",
        britishMany: "kilometres per hour",
        symbol: "km/h",
      },
    ],
    KM_PER_MILE,
  ),
  ...pair(
    ["mile", "miles?", "mi", { one: "mile", many: "miles", symbol: "mi" }],
    [
      "kilometer",
      "kilomet(?:er|re)s?",
      "km",
      {
        one: "kilometer",
        many: "kilometers",
        britishOne: "kilometre",
        britishMany: "kilometres",
        symbol: "km",
      },
    ],
    KM_PER_MILE,
  ),
  ...pair(
    ["foot", "feet|foot", "ft", { one: "foot", many: "feet", symbol: "ft" }],
    [
      "meter",
      "met(?:er|re)s?",
      "m",
      { one: "meter", many: "meters", britishOne: "metre", britishMany: "metres", symbol: "m" },
    ],
    M_PER_FOOT,
  ),
  ...pair(
    ["inch", "inch(?:es)?", "in\\.", { one: "inch", many: "inches", symbol: "in." }],
    [
      "centimeter",
      "centimet(?:er|re)s?",
      "cm",
      {
        one: "centimeter",
        many: "centimeters",
        britishOne: "centimetre",
        britishMany: "centimetres",
        symbol: "cm",
      },
    ],
    CM_PER_INCH,
  ),
  ...pair(
    ["pound", "pounds?", "lbs?", { one: "pound", many: "pounds", symbol: "lb" }],
    ["kilogram", "kilograms?|kilos?", "kg", { one: "kilogram", many: "kilograms", symbol: "kg" }],
    KG_PER_POUND,
  ),
  ...pair(
    ["acre", "acres?", "ac", { one: "acre", many: "acres", symbol: "ac" }],
    ["hectare", "hectares?", "ha", { one: "hectare", many: "hectares", symbol: "ha" }],
    HA_PER_ACRE,
  ),
  ...pair(
    ["gallon", "gallons?", "gal", { one: "gallon", many: "gallons", symbol: "gal" }],
    [
      "liter",
      "lit(?:er|re)s?",
      "[lL]",
      { one: "liter", many: "liters", britishOne: "litre", britishMany: "litres", symbol: "L" },
    ],
    L_PER_GALLON,
  ),
  ...pair(
    [
      "squareFoot",
      "square (?:feet|foot)",
      "sq\\.? ft|ft²",
      { one: "square foot", many: "square feet", symbol: "sq ft" },
    ],
    [
      "squareMeter",
      "square met(?:er|re)s?",
      "sq\\.? m|m²",
      {
        one: "square meter",
        many: "square meters",
        britishOne: "square metre",
        britishMany: "square metres",
        symbol: "m²",
      },
    ],
    M_PER_FOOT ** 2,
  ),
  ...pair(
    [
      "squareMile",
      "square miles?",
      "sq\\.? mi",
      { one: "square mile", many: "square miles", symbol: "sq mi" },
    ],
    [
      "squareKilometer",
      "square kilomet(?:er|re)s?",
      "sq\\.? km|km²",
      {
        one: "square kilometer",
        many: "square kilometers",
        britishOne: "square kilometre",
        britishMany: "square kilometres",
        symbol: "km²",
      },
    ],
    KM_PER_MILE ** 2,
  ),
  {
    id: "yard",
    inWords: "yards?",
    asSymbol: "yds?",
    words: { one: "yard", many: "yards", symbol: "yd" },
    into: "meter",
    convert: (amount) => amount * 3 * M_PER_FOOT,
  },
  {
    id: "fahrenheit",
    inWords: "degrees? (?:Fahrenheit|F)|Fahrenheit",
    asSymbol: "°\\s?F|F",
    words: { one: "degree Fahrenheit", many: "degrees Fahrenheit", symbol: "°F", isTight: true },
    into: "celsius",
    convert: (amount) => ((amount - 32) * 5) / 9,
  },
  {
    id: "celsius",
    inWords: "degrees? (?:Celsius|C)|Celsius",
    asSymbol: "°\\s?C|C",
    words: { one: "degree Celsius", many: "degrees Celsius", symbol: "°C", isTight: true },
    into: "fahrenheit",
    convert: (amount) => (amount * 9) / 5 + 32,
  },
];

/** Exact: twelve inches to the foot, sixteen ounces to the pound. */
const SMALLER: Readonly<Partial<Record<UnitId, Unit["smaller"]>>> = {
  foot: { inWords: "inch(?:es)?", asSymbol: "in\\.?", perOne: 12 },
  pound: { inWords: "ounces?", asSymbol: "oz\\.?", perOne: 16 },
};

export const UNITS: readonly Unit[] = ALONE.map((unit): Unit => {
  const smaller = SMALLER[unit.id];
  return smaller === undefined ? unit : { ...unit, smaller };
});

const BY_ID = new Map(UNITS.map((unit) => [unit.id, unit]));

/** The unit of this id. */
export function unitOf(id: UnitId): Unit {
  const unit = BY_ID.get(id);
  if (!unit) throw new Error(`there is no unit ${id}`);
  return unit;
}

/** True for temperatures, which are rounded to whole degrees. */
export function isTemperature(id: UnitId): boolean {
  return id === "fahrenheit" || id === "celsius";
}
