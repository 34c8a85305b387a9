import { english } from "#shared/language/index.ts";
import { told as toldInEnglish } from "#shared/language/english/told/index.ts";
import { german, told as toldInGerman } from "#shared/language/german/index.ts";

/** One string of a catalogue as a person may come to read it. */
export interface Said {
  /** `desk.list.head`; a function's strings all have its name. */
  readonly name: string;
  readonly text: string;
}

/**
 * What stands for a parameter when a string is said for a test, by the parameter's name: one of each
 * kind that changes the sentence. Each function of the catalogues is called with all of them.
 */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  ...samplesFor([0, 1, 2, 1_204], "count days words characters lines photos pictures files parts places"),
  ...samplesFor([0, 1, 2, 1_204], "minutes hours seconds more leftOut waiting planned perMinute size most"),
  ...samplesFor([1, 1_204], "widthPx heightPx"),
  ...samplesFor([true, false], "bin narrowed isKeptHere"),
  ...samplesFor([null, "Ruiz"], "slugIfAny nameIfAny fromIfAny encodingIfAny"),
  ...samplesFor(["", "Ruiz"], "by"),
  ...samplesFor(["Ruiz"], "name slug title keys kind face typed sought message what why until place page"),
  ...samplesFor(["Ruiz"], "held amount from span moment clock day ago plan fit read binned begun changed"),
  ...samplesFor(["Ruiz"], "other doing done meaning field head file part style author accept reject"),
  ...samplesFor([["Ruiz"], ["Ruiz", "Ruiz", "Ruiz"]], "each lacking"),
  ...samplesFor([Date.parse("2026-11-22T14:02:11"), Date.parse("2026-11-20T09:05:00")], "atMs"),
  ...samplesFor([Date.parse("2026-11-22T15:00:00")], "nowMs"),
  added: [0, 1, 12],
  alt: ["Ein Kai"],
  because: ["linked", "drawn", "vector", "crowded", "damaged", "large", "other"],
  block: ["b_1"],
  bodyKinds: [
    [
      ["subhead", 1],
      ["factBox", 2],
    ],
  ],
  bytes: [12, 60_000, 3_400_000],
  changes: [0, 1, 12],
  composedPt: [144],
  detail: ["Ruiz."],
  embargo: ["2026-11-23T06:00:00Z"],
  encoding: ["UTF-8"],
  entry: ["kit.json"],
  errno: ["EACCES"],
  file: ["hafen.txt"],
  format: ["stet-desk-kit"],
  holder: [null, "this Stet", { host: "browser", pid: 12, since: "2026-11-22T13:02:11Z" }],
  hrefWas: [null, "https://example.org"],
  kit: ["Abend"],
  key: ["+"],
  kitFiles: [1, 3],
  like: [
    { extension: "pdf", family: "application" },
    { extension: "xyz", family: "image" },
  ],
  line: ["byline", "source", "dateline"],
  mark: ["bold", "smallCaps"],
  mime: ["image/bmp"],
  mostBytes: [26_214_400],
  mostHits: [10_000],
  part: ["kit", "font"],
  excerpt: ["Ein Kai"],
  by: ["", "Ruiz"],
  person: ["Ruiz"],
  path: ["/stick/hafen"],
  photo: ["", "Die Mauer"],
  queries: [1, 3],
  query: [{ problem: "nothing" }, { problem: "too-long", most: 1_000 }],
  realPt: [150],
  spec: ["News"],
  specs: ["News, Briefs"],
  station: ["ready", "sent"],
  others: [[{ text: "Pier", place: "EXIF" }]],
  fault: [{ name: "lacksTable", of: "cmap" }],
  message: ["fehlt"],
  steps: [[{ part: "specs", member: "News" }, { part: "leadingPt" }]],
  trouble: [
    { place: "fonts", message: "is empty", steps: [{ part: "fonts" }], fault: { name: "emptyFile" } },
  ],
  how: ["whole", "madeGood", "asSource", "inPart", "otherLength"],
  backupOf: [null, "2026-11-22 13:02:11 UTC"],
  madeGood: [1, 3],
  missing: [0, 1, 3],
  spoilt: [0, 1, 3],
  isOrderLost: [true, false],
  areFactsLost: [false],
  areFactsSpoilt: [true, false],
  all: [400],
  table: ["setting"],
  newestIfAny: [null, "2026-11-22 13:02:11 UTC"],
  source: ["backup", "damaged"],
  thing: ["caption", "time"],
  taken: [{ text: "Kai", place: "XMP" }],
  type: ["BMP"],
  when: ["14:02"],
  where: ["/stick/hafen"],
  wherePhrase: ["Absatz 4"],
  people: [["Ana Ruiz"], ["Ana Ruiz", "Ben Oduya"]],
  wordings: [["Hafen", "Kai"]],
  ageDays: [0, 12],
  base: ["USD"],
  clears: [["smallCaps"]],
  currency: ["EUR", "SEK"],
  look: ["Ruiz"],
  rate: [1.08],
  rateDay: [null, Date.parse("2026-11-22T12:00:00")],
  sets: [["bold", "italic"]],
  after: ["Freitag"],
  around: ["wort … wort"],
  at: ["14:02"],
  backup: ["13:00"],
  bad: [1, 3],
  before: ["Montag"],
  kinds: [["photo", "photo", "tagline"]],
  blockKind: ["headline", "paragraph", "photo", "unknown"],
  blocks: [1, 40],
  code: ["kko"],
  columns: [1, 3],
  composer: ["single-line", "optimum-fit"],
  copy: ["hafen-kopie"],
  cursor: ["{cursor}"],
  database: ["2 MB"],
  controls: [1, 3],
  dayIfAny: [null, "22.11."],
  deep: [0, 1, 31.5],
  factor: [1.018],
  fileSize: ["2 MB"],
  fitState: ["short", "fits", "over"],
  first: ["Ruiz."],
  folder: ["USB-Stick"],
  found: ["Ruiz."],
  hash: ["3f9a12c0"],
  height: ["50 %"],
  heightPt: [120],
  hereIfAny: [null, 2],
  href: ["https://example.org"],
  halves: [0, 1, 3],
  hyphens: [0, 1, 3],
  inches: [1.25],
  into: ["headline", "factBox"],
  kindIfAny: [null, "sidebar"],
  known: ["{slug}"],
  label: ["Ruiz"],
  least: [20],
  left: ["0 %"],
  limits: [0, 2],
  log: ["1 MB"],
  made: [1, 12],
  megabytes: [240],
  missed: [0, 1, 3],
  now: ["Kai"],
  nth: [1, 4],
  of: [4],
  older: [1],
  over: [-7.2, 0, 3],
  overCounts: [-3.1, 1.4],
  paragraphs: [25_000],
  partly: [0, 2],
  pastedAs: ["text", "lines"],
  pattern: ["unclosed-group", "unknown"],
  percent: [135],
  planUnit: ["words", "lines", "inches"],
  problem: ["nothing", "too-long", "pattern"],
  removed: [0, 1, 3],
  replacement: ["Kai"],
  searched: [1, 40],
  since: ["9:14"],
  slugs: [["hafen", "rathaus"]],
  status: ["Ruiz"],
  stories: [0, 1, 12],
  text: ["Ruiz."],
  took: ["2 s"],
  top: ["0 %"],
  unit: ["lines", "inches", "picas", "cm"],
  version: ["0.1.0"],
  was: ["Hafen"],
  way: ["up", "down", "away"],
  whole: [0, 3],
  width: ["50 %"],
  widthPt: [80],
  wording: ["Hafen"],
};

function samplesFor(
  samples: readonly unknown[],
  names: string,
): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, samples]));
}

/** Parts of the catalogue that are no sentences: how numbers and times are written has tests of its own. */
const NO_SENTENCES = new Set(["forms"]);

function* calls(names: readonly string[]): Generator<Readonly<Record<string, unknown>>> {
  const [name, ...others] = names;
  if (name === undefined) {
    yield {};
    return;
  }
  const samples = SAMPLES[name];
  if (samples === undefined) throw new Error(`No sample stands for the parameter “${name}”: add one here.`);
  for (const rest of calls(others)) for (const sample of samples) yield { ...rest, [name]: sample };
}

/** The parameters that a function of the catalogue reads. */
function parametersOf(say: (parameters: object) => unknown): readonly string[] {
  const read = new Set<string>();
  for (;;) {
    const before = read.size;
    for (const call of calls([...read])) {
      say(
        new Proxy(call, {
          get: (known: Readonly<Record<string, unknown>>, name) => {
            if (typeof name !== "string") return undefined;
            read.add(name);
            return known[name] ?? SAMPLES[name]?.[0];
          },
        }),
      );
    }
    if (read.size === before) return [...read];
  }
}

function* strings(part: unknown, name: string): Generator<Said> {
  if (typeof part === "string") yield { name, text: part };
  else if (typeof part === "function") {
    const say = part as (parameters: object) => unknown;
    for (const call of calls(parametersOf(say))) yield { name, text: String(say(call)) };
  } else if (typeof part === "object" && part !== null) {
    for (const [key, value] of Object.entries(part)) {
      if (name === "" && NO_SENTENCES.has(key)) continue;
      yield* strings(value, name === "" ? key : `${name}.${key}`);
    }
  } else throw new Error(`${name} is neither a string nor a function that gives one.`);
}

/** Every string that a catalogue can say, functions with each sample of their parameters. */
export function everyString(catalogue: object): readonly Said[] {
  return [...strings(catalogue, "")];
}

/** The catalogues under test, each with its language. */
export const CATALOGUES = {
  en: { ...english, told: toldInEnglish },
  de: {
    ...german,
    told: toldInGerman.sentences,
    toldCodes: toldInGerman.codes,
    toldWords: toldInGerman.readWords,
  },
} as const;
