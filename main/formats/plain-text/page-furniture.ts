import { isFooterLinks, isNavigation, isSharing, isShortSharing } from "./furniture-words.ts";
import { startsQuoted } from "./shape.ts";
import { isLabeledTimestamp, isTimestamp } from "./timestamp.ts";
import type { ReadReason } from "#shared/contract/read-reasons.ts";

/** A line that belongs to the page and not to the story. */
export interface Furniture {
  readonly reason: ReadReason;
  /** `edges`: only above the story and below it; the same words may be a subhead within. */
  readonly where: "anywhere" | "edges";
  /** What it does to the lines around it: stands between masthead and story, heads a box of other stories, begins the foot of the page. */
  readonly role: "none" | "masthead" | "box" | "foot";
}

interface Pattern extends Furniture {
  readonly pattern: RegExp;
}

const LONGEST = 600;

function anywhere(reason: ReadReason, pattern: RegExp, role: Furniture["role"] = "none"): Pattern {
  return { reason, pattern, where: "anywhere", role };
}

function edges(reason: ReadReason, pattern: RegExp, role: Furniture["role"] = "none"): Pattern {
  return { reason, pattern, where: "edges", role };
}

const PATTERNS: readonly Pattern[] = [
  anywhere(
    "marks an advertisement",
    /^(?:advertisement|advertising|ad|anzeige|werbung|publicité|annons|publicidad|pubblicità|skip advertisement|(?:sponsored|promoted|paid)(?: content| post)?|(?:article|story) continues (?:below|after).{0,60}|scroll to continue.{0,60}|continue reading below.{0,60})[.:]?$/iu,
  ),
  anywhere(
    "a control to share the page",
    /^(?:share (?:this|on|via|to|article|story|full article|options?|by|with)\b.{0,50}|copy (?:the )?(?:link|url)|link copied!?|follow (?:us|me)(?: on .{0,60})?|email (?:this|the) (?:article|story|author)|print (?:this|the) (?:article|story|page)|save (?:this )?(?:article|story|for later)|add (?:us )?as (?:a )?preferred source.{0,40}|dela (?:på|artikeln|via).{0,40}|artikel (?:teilen|drucken|merken)|partager (?:sur|l[’']article).{0,40})$/iu,
  ),
  anywhere(
    "a control to listen, or the reading time",
    /^(?:listen(?: now)?(?: to (?:this|the) (?:article|story).{0,60})?|(?:artikel|text) (?:an)?hören.{0,40}|écouter (?:l[’']|cet ).{0,40}|lyssna(?: på .{0,40})?|play audio.{0,20}|(?:approx\.? |about )?\d{1,3}[\s-]min(?:ute)?s?\.?(?: read| listen| lesezeit| de lecture| läsning)?|(?:estimated )?reading time.{0,30}|lesezeit.{0,30}|temps de lecture.{0,30}|lästid.{0,30})[.:]?$/iu,
  ),
  anywhere(
    "asks for a subscription",
    /^(?:subscribe(?: (?:now|today|here|for (?:just |only )?[$€£]?\d.{0,60}|to (?:our|the) .{0,60}(?:newsletter|edition|channel|podcast)))?|create (?:a free |an )?account|become a (?:member|subscriber).{0,60}|already (?:a )?subscribe[rd].{0,60}|support (?:our|local|independent) journalism.{0,80}|donate(?: now| today)?|manage (?:my |your )?(?:account|subscription)|this (?:article|story|content) is (?:for|only available to|available only to) (?:our )?(?:subscribers|members).{0,120}|you have \d+ free articles.{0,80}|to continue reading.{0,120}|unlock (?:this|unlimited).{0,80}|get unlimited (?:digital )?access.{0,100}|start your (?:free )?trial.{0,60}|jetzt abonnieren|abonnieren|(?:je m[’']abonne|abonnez-vous).{0,60}|bli prenumerant.{0,60}|prenumerera.{0,40})[.!]?$/iu,
  ),
  anywhere(
    "advertises a newsletter",
    /^(?:(?!.*\b(?:said|says)\b)(?:sign up|subscribe|register|join|get|receive|want|never miss|stay)\b.{0,120}(?:\b(?:our|your)\b.{0,60}\bnewsletters?\b|\byour inbox\b|\bbreaking news alerts?\b).{0,120}|newsletter(?: sign-?up)?|(?:free )?newsletters?:.{0,80}|enter your e-?mail.{0,60}|your e-?mail address|thank you for (?:subscribing|signing up).{0,60}|melden sie sich .{0,80}newsletter.{0,60}|inscrivez-vous .{0,80}(?:newsletter|lettre).{0,60})$/iu,
  ),
  anywhere(
    "speaks of cookies",
    /^(?:(?:we|we and our (?:\d+ )?partners|this (?:site|website)|our (?:site|website)) (?:use|uses|store).{0,40}cookies.{0,480}|(?:accept|reject|allow|manage)(?: all)?(?: cookies| preferences)?|cookie (?:settings|policy|preferences|notice)|your privacy choices|by (?:continuing to (?:use|browse)|using this (?:site|website)).{0,300}|wir verwenden cookies.{0,400}|alle (?:cookies )?akzeptieren|nous utilisons des cookies.{0,400}|tout accepter|vi använder (?:cookies|kakor).{0,400})[.!]?$/iu,
    "masthead",
  ),
  anywhere(
    "steers through the page",
    /^(?:skip to (?:main |the )?(?:content|navigation|article).{0,20}|toggle (?:navigation|menu|search).{0,20}|open (?:menu|navigation).{0,20}|zum inhalt springen|aller au contenu.{0,20}|hoppa till innehåll.{0,20})$/iu,
    "masthead",
  ),
  anywhere(
    "works a picture or video",
    /^(?:image|photo|video|gallery|audio|play(?: video)?|pause|mute|unmute|full ?screen|\d{1,2}:\d\d(?: ?\/ ?\d{1,2}:\d\d)?|(?:photo |image )?\d{1,3} (?:of|\/) \d{1,3}|hide caption|toggle caption|show caption|enlarge (?:this )?image|view (?:gallery|slideshow|larger)|(?:see|view) (?:all )?\d+ photos|loading(?:…|\.\.\.)?)$/iu,
  ),
  anywhere(
    "points to another story",
    /^(?:RELATED|READ (?:MORE|NEXT|ALSO)|ALSO READ|SEE ALSO|Related|Read (?:more|next|also)|Also read|See also|Lesen Sie auch|Mehr zum Thema|À lire aussi|Lire aussi|Läs (?:också|mer)|Leggi anche)\s*(?:[:»>→|]|\s[–—-]\s)\s*\S.{0,180}$/u,
  ),
  anywhere(
    "heads a box of other stories",
    /^(?:related(?: (?:stories|articles|content|coverage|topics|posts|news|links))?|read (?:more|next|also)|also read|more (?:on this|from|in|stories|news|headlines|coverage|like this)\b.{0,50}|most (?:read|popular|viewed|commented|shared|recent)\b.{0,30}|top stories|trending(?: now| stories)?|popular(?: now| stories)?|recommended(?: for you| stories| reading)?|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|what (?:to read next|others are reading)|up next|editors?[’']s? picks?|latest (?:news|stories|headlines|updates)|around the web|from (?:our partners|around the web)|don[’']t miss|in case you missed it|meistgelesen(?:e .{0,20})?|mehr zum thema|das könnte sie (?:auch )?interessieren.{0,10}|lesen sie auch|weitere (?:artikel|meldungen|nachrichten)|à lire aussi|les plus lus|sur le même sujet|dans la même rubrique|mest läst[a]?|läs (?:också|mer)|fler nyheter|lo más (?:leído|visto)|noticias relacionadas|leggi anche|i più letti)\s*[:.…]?$/iu,
    "box",
  ),
  anywhere(
    "counts or asks for comments",
    /^(?:\d[\d,.]* (?:comments?|shares?|likes?|views?|reactions?|kommentare?|commentaires?|kommentarer)|(?:view|show|hide|read|leave|add|post|write|join)\b.{0,12}\b(?:comments?|conversation|discussion|reply)(?: .{0,20})?|comments?(?: ?\(\d+\))?|be the first to comment.{0,20}|comments are (?:closed|off).{0,60}|kommentare?(?: ?\(\d+\))?|commentaires?(?: ?\(\d+\))?|kommentarer(?: ?\(\d+\))?)[.:]?$/iu,
    "foot",
  ),
  anywhere(
    "a copyright line",
    /^(?:©|\(c\) (?=\d{4})|copyright (?=©|\(c\)|\d{4})).{0,400}$|^.{0,200}\ball rights reserved\b.{0,240}$/iu,
    "foot",
  ),
  anywhere(
    "lists the page's topics",
    /^(?:tags?|topics?|filed under|schlagwörter|schlagworte|themen|mots[- ]clés|ämnen|etiquetas|in this article)\s*:.{0,240}$/iu,
    "foot",
  ),
  anywhere(
    "offers an app",
    /^(?:(?:download|get) (?:our|the)(?: free)?(?: .{0,30})? app\b.{0,60}|open in app|available on (?:ios|android|google play|the app store).{0,40}|(?:download on the )?app store|google play)[.!]?$/iu,
  ),
  edges(
    "signs in or out",
    /^(?:sign (?:in|up|out)|log ?(?:in|out)|register|my account|hello, .{1,30}|welcome, .{1,30}|anmelden|se connecter|logga in)\b.{0,30}$/iu,
    "masthead",
  ),
  edges(
    "steers through the page",
    /^(?:menu|close(?: menu)?|search(?: .{0,30})?|navigation|sections|back to top|nach oben|haut de page|load more.{0,20}|show (?:more|less)|(?:view|see) (?:all|more)|next(?: (?:story|article|up|image|photo))?|prev(?:ious)?(?: .{0,10})?|expand|e-?edition|newsletters?|today[’']s (?:paper|e-?edition))$/iu,
    "masthead",
  ),
  edges(
    "the weather in the masthead",
    /^-?\d{1,3}\s?°.{0,40}$|^.{1,40}\s-?\d{1,3}\s?°\s?[CF]?$/u,
    "masthead",
  ),
  edges("an address on the web", /^(?:https?:\/\/|www\.)\S+$|^[\w.-]+@[\w.-]+\.\w{2,}$|^@\w{2,30}$/u),
  edges(
    "heads the page's topics",
    /^(?:tags|topics|filed under|more tags|schlagwörter|themen|ämnen)$/iu,
    "foot",
  ),
];

/** What of a page a line is, by itself; null where it may be part of a story. A line in quotation marks is never furniture. */
export function pageFurniture(text: string): Furniture | null {
  if (text.length > LONGEST || startsQuoted(text)) return null;
  if (isSharing(text)) return { reason: "a control to share the page", where: "anywhere", role: "none" };
  if (isLabeledTimestamp(text))
    return { reason: "says when the page was published", where: "anywhere", role: "none" };
  const found = PATTERNS.find(({ pattern }) => pattern.test(text));
  if (found !== undefined) return { reason: found.reason, where: found.where, role: found.role };
  if (isTimestamp(text)) return { reason: "a date or time of the page", where: "edges", role: "none" };
  if (isFooterLinks(text))
    return { reason: "links at the foot of the page", where: "anywhere", role: "foot" };
  if (isNavigation(text)) return { reason: "a section or a row of them", where: "edges", role: "masthead" };
  return isShortSharing(text)
    ? { reason: "a control to share the page", where: "edges", role: "none" }
    : null;
}
