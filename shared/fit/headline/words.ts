/** Words that a line of a headline does not end with, because they lean on the next one. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  (
    "about above across after against along amid among around as at before behind below beneath beside between " +
    "beyond by despite down during for from in inside into like near of off on onto out outside over past per " +
    "since than through throughout to toward towards under until up upon via vs with within without"
  ).split(" "),
);
/** Prepositions that are as often the second half of a verb: "puts off", "shuts down". */
export const PARTICLES: ReadonlySet<string> = new Set("away back down off out over up".split(" "));
/** Verbs that take such a half in headlines, in the forms in which they stand there. */
export const PHRASAL_VERBS: ReadonlySet<string> = new Set(
  (
    "back bail blow break bring build buy call carry clean clear close crack cut draw drop end fall fend fill find " +
    "follow gear give gun hand hit hold kick knock lash lay line lock make open pass pay phase pick pull put roll " +
    "rule run scale sell send set shake shut sign single size slow speed split spread stand step strike swear take " +
    "tear track trade try turn use wind wipe work"
  )
    .split(" ")
    .flatMap((verb) => [
      verb,
      /(?:sh|ch|ss|x)$/.test(verb) ? `${verb}es` : `${verb.replace(/([^aeiou])y$/, "$1ie")}s`,
    ])
    .concat(
      "backed bailed blew broke broken brought bought called carried cleaned cleared closed cracked drew dropped " +
        "ended fell fended filled found followed gave gunned handed held kicked knocked lashed laid locked made opened " +
        "passed paid phased picked pulled ran rolled ruled scaled sold sent shook signed sized slowed sped stood " +
        "stepped struck swore sworn taken took tore torn tracked traded tried turned used wound wiped worked " +
        "backing calling cutting giving handing laying opening putting setting shutting taking turning",
    )
    .flatMap((forms) => forms.split(" ")),
);
export const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the", "this", "that", "these", "those"]);
export const POSSESSIVES: ReadonlySet<string> = new Set(["my", "your", "his", "her", "its", "our", "their"]);
export const CONJUNCTIONS: ReadonlySet<string> = new Set(
  "and but or nor so yet if when while because although though unless whether".split(" "),
);
/** Verbs that want the next word to be whole: "will | build", "is | named". */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  (
    "will won’t would wouldn’t can can’t cannot could couldn’t may might must shall should shouldn’t is isn’t are " +
    "aren’t was wasn’t were weren’t be been being has hasn’t have haven’t had hadn’t do don’t does doesn’t did " +
    "didn’t not to"
  ).split(" "),
);
/** Adjectives that headlines are full of. Others are known by their endings. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  (
    "big bad best better bold bright broad cheap chief clean clear cold common costly dark dead deadly deep dry " +
    "early easy elder empty entire extra fair false far fast fatal federal few fierce final fine first five flat " +
    "foreign former four free fresh front full future good grand grave great green half hard heavy high hot huge " +
    "ill joint just key large last late latest lead legal light little local long lost low main major many " +
    "mass mild minor more most narrow national near new next nine old one open other own past poor prime private " +
    "public quick quiet rare raw ready real red rich rival rural safe same second senior serious seven severe " +
    "sharp short sick six slim slow small smart soft sole some sour state steep stiff still strict strong sudden " +
    "sweet ten tall third thin three tight tiny top tough true twin two urban vast warm weak wet white whole wide " +
    "wild worst worse young"
  ).split(" "),
);
/** Endings that are nearly always an adjective's. */
export const ADJECTIVE_ENDING = /[a-z]{3,}(?:ous|ful|less|able|ible|ish|ary)$/;
/** Names of offices stand before a person's name and are not parted from it. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    "mayor gov governor sen senator rep judge justice dr prof professor president premier chancellor minister " +
    "king queen prince princess pope bishop father sister gen general col colonel capt captain sgt sergeant lt " +
    "officer chief coach councilman councilwoman mr mrs ms miss sir dame lord lady st mount mt fort lake port"
  ).split(" "),
);
