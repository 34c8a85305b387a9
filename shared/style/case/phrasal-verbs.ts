/** Short adverbs, and the verbs of which they are a part: “turn off the lights”, but “feet off the ground”. */
const PHRASAL: Readonly<Record<string, string>> = {
  up:
    "back blow break bring build bulk call catch clean clear come cough cover crack cut divvy draw dress drum end fill " +
    "firm follow gear give grow heat hike hold hook hurry keep light line link lock look make mess mix open pay pick pile " +
    "pop prop pull push put ramp rack rev ring round send set sew shake shape shore show shut sign sit size sober soak " +
    "speak speed split spruce stack stand start stay step stir stock sum swallow tack take team tear think throw tidy tie " +
    "tighten turn use wake warm wash weigh whip win wind wrap",
  out:
    "ask back bail be black bow branch break bring burn buy call camp carry cash check chill come cross cut dig dish dole " +
    "drop drown duke edge eke even fall figure fill find flesh freak get give go hand hang hash help hold iron keep kick " +
    "lash lay leak leave let lock look lose make map max miss move opt pan pass pay phase pick play point pour price print " +
    "psych pull push put read reach rent rip roll root rule run seek sell send serve set shell shut single sit smoke snuff " +
    "sort speak spell spread stake stamp stand start stave step stick straighten stretch strike sweat take talk tap tease " +
    "test throw tire top trot try turn wait walk wash watch wear weed win wipe work zone",
  off:
    "back bear break brush buy call cap cast cool cut drop dust face fend fight finish fire get give go head hold jump " +
    "keep kick knock lay leave level log lop lose nod open pair pay peel play polish pull push put read rip round scare " +
    "sell send set shake shave show shrug shut sign spin square start stave storm strike swear switch tail take teach " +
    "tear tee tip top touch trade turn ward wear write",
  in:
    "barge bring cash cave check chime chip dig drop factor fence fill give hand hem horn kick log opt phase pitch plug " +
    "pull rein reel rope rub sign sink sit sleep squeak step stand swear take throw tune turn usher weigh zero zoom",
  on: "carry catch cheer count drag egg hang log move pass press rely sign soldier spur switch take turn",
  by: "stand",
  for: "look",
};

/** Forms that no rule makes out of the verb. */
const IRREGULAR: Readonly<Record<string, string>> = {
  ...forms("break broke broken"),
  ...forms("bring brought"),
  ...forms("build built"),
  ...forms("buy bought"),
  ...forms("catch caught"),
  ...forms("come came"),
  ...forms("dig dug"),
  ...forms("draw drew drawn"),
  ...forms("fall fell fallen"),
  ...forms("fight fought"),
  ...forms("find found"),
  ...forms("get got gotten"),
  ...forms("give gave given"),
  ...forms("go goes went gone"),
  ...forms("grow grew grown"),
  ...forms("hang hung"),
  ...forms("hold held"),
  ...forms("keep kept"),
  ...forms("lay laid"),
  ...forms("leave left"),
  ...forms("light lit"),
  ...forms("lose lost"),
  ...forms("make made"),
  ...forms("pay paid"),
  ...forms("ring rang rung"),
  ...forms("seek sought"),
  ...forms("sell sold"),
  ...forms("send sent"),
  ...forms("shake shook shaken"),
  ...forms("sit sat"),
  ...forms("sleep slept"),
  ...forms("speak spoke spoken"),
  ...forms("spin spun"),
  ...forms("stand stood"),
  ...forms("stick stuck"),
  ...forms("strike struck"),
  ...forms("swear swore sworn"),
  ...forms("take took taken"),
  ...forms("teach taught"),
  ...forms("tear tore torn"),
  ...forms("tie tying"),
  ...forms("think thought"),
  ...forms("throw threw thrown"),
  ...forms("wake woke woken"),
  ...forms("wear wore worn"),
  ...forms("win won"),
  ...forms("wind wound"),
  ...forms("write wrote written"),
};

function forms(line: string): Readonly<Record<string, string>> {
  const [verb = "", ...others] = line.split(" ");
  return Object.fromEntries(others.map((form) => [form, verb]));
}

const VERBS_OF = new Map(
  Object.entries(PHRASAL).map(([adverb, verbs]) => [adverb, new Set(verbs.split(" "))]),
);

/** The verbs that a word may be a form of: “puts”, “carried”, “shutting”. */
function verbsOf(word: string): readonly string[] {
  const bare = word.toLowerCase();
  const irregular = IRREGULAR[bare];
  const ways: readonly (readonly [RegExp, string])[] = [
    [/s$/u, ""],
    [/es$/u, ""],
    [/ies$/u, "y"],
    [/ied$/u, "y"],
    [/(?:ed|ing)$/u, ""],
    [/(?:ed|ing)$/u, "e"],
    [/(\p{L})\1(?:ed|ing)$/u, "$1"],
  ];
  const regular = ways.filter(([end]) => end.test(bare)).map(([end, put]) => bare.replace(end, put));
  return [bare, ...(irregular === undefined ? [] : [irregular]), ...regular];
}

/** True where a short word is an adverb that belongs to the verb right before it. */
export function isPartOfVerb(adverb: string, before: string | undefined): boolean {
  const verbs = VERBS_OF.get(adverb.toLowerCase());
  return verbs !== undefined && before !== undefined && verbsOf(before).some((verb) => verbs.has(verb));
}
