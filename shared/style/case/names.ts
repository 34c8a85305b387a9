import { wordsOf } from "./words.ts";
import { charactersOf, headLetter, isUpper } from "./letters.ts";

/** Names that no story has to tell: days, months that are no other word, places and who comes from there. */
const KNOWN = (
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October " +
  "November December Christmas Easter Thanksgiving Hanukkah Ramadan Passover Halloween " +
  "Africa African America American Americans Antarctica Arctic Asia Asian Europe European Europeans Atlantic Pacific " +
  "Afghanistan Afghan Albania Algeria Argentina Armenia Australia Australian Austria Austrian Bangladesh Belarus Belgium " +
  "Belgian Bolivia Bosnia Brazil Brazilian Britain British Bulgaria Cambodia Canada Canadian Canadians Chile China Chinese " +
  "Colombia Congo Croatia Cuba Cuban Cyprus Czech Denmark Danish Dutch Ecuador Egypt Egyptian England English Estonia " +
  "Ethiopia Finland Finnish France French Germany German Germans Ghana Greece Greek Greenland Guatemala Haiti Haitian " +
  "Honduras Hungary Hungarian Iceland India Indian Indonesia Iran Iranian Iraq Iraqi Ireland Irish Israel Israeli Italy " +
  "Italian Jamaica Japan Japanese Jordan Kazakhstan Kenya Korea Korean Kosovo Kuwait Latvia Lebanon Libya Lithuania " +
  "Luxembourg Malaysia Malta Mexico Mexican Mexicans Moldova Mongolia Morocco Myanmar Nepal Netherlands Nicaragua Nigeria " +
  "Norway Norwegian Pakistan Pakistani Palestinian Palestinians Panama Paraguay Peru Philippines Poland Portugal " +
  "Portuguese Qatar Romania Russia Russian Russians Rwanda Scotland Scottish Senegal Serbia Singapore Slovakia Slovenia " +
  "Somalia Spain Spanish Sudan Sweden Swedish Switzerland Swiss Syria Syrian Taiwan Thailand Tunisia Uganda Ukraine " +
  "Ukrainian Ukrainians Uruguay Uzbekistan Venezuela Vietnam Vietnamese Wales Welsh Yemen Zambia Zimbabwe " +
  "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa " +
  "Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada " +
  "Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Ontario Quebec Manitoba " +
  "Amsterdam Athens Atlanta Baghdad Baltimore Beijing Berlin Boston Brooklyn Brussels Budapest Cairo Chicago Cleveland " +
  "Copenhagen Dallas Denver Detroit Dubai Dublin Edinburgh Gaza Geneva Hamburg Havana Helsinki Hollywood Houston Istanbul " +
  "Jerusalem Johannesburg Kabul Kyiv Lisbon London Madrid Manhattan Manila Melbourne Miami Milan Minneapolis Montreal " +
  "Moscow Mumbai Munich Nairobi Oslo Paris Philadelphia Pittsburgh Prague Rome Seattle Seoul Shanghai Stockholm Sydney " +
  "Tehran Tokyo Toronto Vancouver Vienna Warsaw Washington Zurich " +
  "Christian Christians Catholic Catholics Jewish Jews Muslim Muslims Islam Islamic Hindu Buddhist Protestant Bible Quran " +
  "Congress Democrat Democrats Republican Republicans Kremlin Pentagon Capitol Olympics Olympic Nobel Pulitzer"
).split(" ");

/** Names of several words, each of which is another word by itself. */
const KNOWN_TOGETHER = (
  "New York|New Jersey|New Mexico|New Hampshire|New Orleans|New Delhi|New Zealand|New England|North Carolina|South Carolina|" +
  "North Dakota|South Dakota|West Virginia|Rhode Island|Puerto Rico|Los Angeles|San Francisco|San Diego|Las Vegas|Hong Kong|" +
  "United States|United Nations|United Kingdom|European Union|Saudi Arabia|North Korea|South Korea|South Africa|Costa Rica|" +
  "Sri Lanka|El Salvador|Middle East|White House|Supreme Court|Wall Street|Capitol Hill|World War|World Cup|World Series|" +
  "Super Bowl|Labor Day|Memorial Day|Independence Day|Veterans Day|Black Sea|Red Sea|Great Lakes|Lake Michigan"
)
  .split("|")
  .map((name) => name.split(" "));

const MONTH = /^(?:March|May)$/u;
const AROUND_MONTH = /^(?:in|on|by|of|since|until|till|through|from|last|next|this|late|early|mid)$/iu;

/** Before a person's name these have a capital, and so has the name. */
const TITLE = /^(?:Mr|Mrs|Ms|Mx|Dr|Sen|Rep|Gov|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Rev|Prof)$/iu;
/** Saints among places: anywhere else “St.” is a street. */
const AFTER_SAINT =
  /^(?:Louis|Paul|Petersburg|Thomas|Johns?|Patrick|Mary|Joseph|Francis|Lucia|Kitts|Vincent|Martin)$/iu;

const KNOWN_NAMES = new Set(KNOWN);

function startsWithCapital(word: string): boolean {
  return isUpper(charactersOf(word)[0] ?? "");
}

function isAllCapitals(word: string): boolean {
  return word === word.toUpperCase();
}

function headed(word: string): string {
  const [first = "", ...rest] = charactersOf(word);
  return headLetter(first) + rest.join("").toLowerCase();
}

/** A name without what is hung on it: Berlin of Berlin’s. */
function bareName(word: string): string {
  return word.replace(/['’ʼ]s?$/u, "");
}

/**
 * The words of running copy that have a capital wherever they stand within a sentence: its names, as
 * far as the copy tells. A word that is also written small there is none.
 */
export function namesIn(paragraphs: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const word of paragraphs.flatMap(wordsOf)) {
    if (word.isCode) continue;
    const bare = bareName(word.text);
    if (!startsWithCapital(bare)) small.add(bare.toLowerCase());
    else if (!word.isFirst && bare.length > 1 && !isAllCapitals(bare)) names.add(bare);
  }
  for (const name of names) if (small.has(name.toLowerCase())) names.delete(name);
  return names;
}

/** Which words of a text are names: one answer for each, from what is known and what the story has told. */
export function areNames(words: readonly string[], told: ReadonlySet<string>): readonly boolean[] {
  const heads = words.map((word) => headed(bareName(word)));
  const found = words.map((word, nth) => {
    const name = heads[nth] ?? "";
    const before = words[nth - 1] ?? "";
    const after = words[nth + 1] ?? "";
    if (KNOWN_NAMES.has(name) || told.has(bareName(word)) || told.has(name)) return true;
    if (MONTH.test(name)) return startsWithCapital(word) && (AROUND_MONTH.test(before) || /^\d/u.test(after));
    if (/^st$/iu.test(word)) return AFTER_SAINT.test(after);
    if (/^st$/iu.test(before)) return AFTER_SAINT.test(word);
    return (TITLE.test(word) || TITLE.test(before)) && startsWithCapital(word);
  });
  for (const together of KNOWN_TOGETHER) {
    for (let at = 0; at + together.length <= words.length; at += 1) {
      const isHere = together.every((name, nth) => heads[at + nth] === name);
      if (isHere) for (let nth = 0; nth < together.length; nth += 1) found[at + nth] = true;
    }
  }
  return found;
}
