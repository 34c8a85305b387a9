/**
 * Verbs as they stand behind “to”, in the words of news copy. What is a noun as often (court, school,
 * power, market) is not among them: “to court” is a place.
 */
const VERBS = new Set(
  (
    "abandon abolish absorb accept accommodate accuse achieve acknowledge acquire act adapt add address adjust admit adopt " +
    "advance advise affect afford agree aid allow alter amend announce answer apologize appeal appear apply appoint approve " +
    "argue arrest arrive ask assess assist assume assure attack attempt attend attract avert avoid award back ban bar be beat " +
    "become beef begin believe benefit bet bid block blow board boost borrow boycott break brief bring build burn bury buy " +
    "call cancel capture care carry cast catch cause celebrate challenge change charge charm chase check cheer choose claim " +
    "clean clear climb close collect combat come comment commit compete complete comply concede conduct confirm confront " +
    "consider consolidate contain continue contribute control convene convert convict cook cool cooperate cope correct cost " +
    "count cover crack craft create criticize cross curb cut dance deal debate decide declare decline deepen defeat defend " +
    "define defy delay delete deliver demand demolish deny depart deploy deport describe deserve detain determine develop " +
    "die dig disappear disclose discover discuss dismantle dismiss dispute divert divide do donate double draft draw dream " +
    "drill drink drive drop dump earn ease eat edit elect eliminate embrace emerge employ enable enact encourage end endorse " +
    "endure enforce engage enhance enjoy enlist ensure enter escape establish evacuate evade evaluate evict examine exceed " +
    "exchange exempt exit expand expect expel explain explore export expose extend face fail fall fast feed feel fend fight " +
    "file fill find finish fire fix flee flip float fly focus follow forbid force forge forget forgive form free freeze fuel " +
    "fund gain gather gauge gear generate get give go govern grant grow guarantee guard guess guide halt handle hang happen " +
    "harm have head heal hear heat help hide hike hire hit hold honor host hunt identify ignore imagine impeach impose " +
    "improve include increase indict inform inspect inspire install insure intervene introduce invade invest investigate " +
    "invite issue join judge jump justify keep kick kill kiss know lack land last laugh launch lay lead learn leave lend " +
    "let level levy lie lift limit link listen live lobby look loosen lose love lower maintain make manage march marry " +
    "matter mean measure meet mend merge mind miss mitigate modernize monitor mount move muzzle name need negotiate notify " +
    "nominate notice obey obtain occupy offer offset open operate oppose opt order organize oust outlaw overcome overhaul " +
    "oversee overturn own pack pardon participate pass patrol pause pave pay perform permit pick pitch plant play plead " +
    "plow plug post postpone pour pray prepare present preserve press pressure prevent print proceed process produce promise " +
    "promote propose prosecute protect protest prove provide publish pull pump punish purchase pursue push put quell quit " +
    "raise rally ratify reach react read realize rebound rebuild recall receive reclaim recognize recommend reconsider " +
    "recover recruit recuse recycle redraw redevelop reduce reelect refer reform refund refuse regain register regulate " +
    "reject rejoin relax release relocate rely remain remember remind remove rename renew renovate reopen repair repay " +
    "repeal replace reply report represent request require rescue resign resist resolve respond rest restore restrict " +
    "resume retain rethink retire retreat reunite reveal reverse review revise revive revoke reward rewrite rezone ride rise " +
    "rival rule run rush sack sail salvage save say scale scrap screen seal search seat secure see seek seize sell send " +
    "separate serve set settle shake shape share shed shelve shift shoot shop shorten show shrink shut sign silence sing " +
    "sit skip slash sleep slow smash solve sort spare spark speak speed spend spin split sponsor spread spur stage stand " +
    "start stave stay steal steer stem step stop store strengthen strike strip struggle study submit succeed sue suffer " +
    "suggest supply support suppress surpass surrender survive suspect suspend sustain sweep swim switch tackle take talk " +
    "tap target taste tax teach tear tell terminate test testify thank think threaten thrive throw tighten top toss touch " +
    "tour tow track trade train transfer transform travel treat trim try turn undergo understand undo unify unite unveil " +
    "update upgrade uphold urge use vacate veto view violate visit volunteer vote wage wait walk want warn wash watch weaken " +
    "wear weather weigh welcome widen win wipe wish withdraw withhold witness wonder worry write yield"
  ).split(" "),
);

const ADVERB = /^(?:not|never|ever|also|still|just|only|even|\p{L}{3,}ly)$/iu;

/** “from vote to vote”, “back to work”, “thanks to”: what stands before says that a noun follows. */
const BEFORE_NOUN =
  /^(?:from|back|due|thanks|according|close|next|prior|similar|subject|opposed|compared)$/iu;

/**
 * True where “to” goes with a verb: “plans to vote”, “to not go”. `rest` is what follows, word by word.
 */
export function isInfinitive(before: string | undefined, rest: readonly string[]): boolean {
  if (before !== undefined && BEFORE_NOUN.test(before)) return false;
  const [next = "", second = ""] = rest.map((word) => word.toLowerCase());
  if (next !== "" && next === before?.toLowerCase()) return false;
  return VERBS.has(next) || (ADVERB.test(next) && VERBS.has(second));
}
