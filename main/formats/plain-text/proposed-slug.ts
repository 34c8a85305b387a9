import type { ReadPart } from "#shared/contract/intake.ts";
import { foldText, slugFrom } from "#shared/newsroom/index.ts";

const SLUG_WORDS = 4;
/** Words that say nothing of what a story is about, folded. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the and or but of in on at to for from by with as is are was were be been it its his her their this that these those will would can could may after before over under into about up out not no says say said new we you i they what who when where why how has have had do does so than then there " +
    "der die das den dem des ein eine einer eines und oder im am zum zur mit von vom fur auf bei nach uber ist sind wird werden nicht " +
    "le la les un une des du de et ou au aux en dans sur pour par avec est sont qui que ne pas " +
    "el los las una unos unas y o del al con por para es son se " +
    "en ett och eller i pa av till for med som ar det den de inte"
  ).split(" "),
);

/** The slug of the first words that say something: `The council sends a transit tax to voters` → `council-sends-transit-tax`. */
export function slugOfWords(text: string): string {
  const words = text.slice(0, 400).split(/[^\p{L}\p{N}\p{M}'’‘]+/u);
  const telling = words.filter((word) => word !== "" && !STOP_WORDS.has(foldText(word)));
  return slugFrom(telling.join(" "), SLUG_WORDS) || slugFrom(text.slice(0, 400), SLUG_WORDS);
}

/**
 * The slug that Stet proposes: the agency's, the fullest that the header gives, else of the
 * headline, of the first paragraph, of the file's name; `untitled` where nothing can be spelt.
 */
export function proposeSlug(parts: readonly ReadPart[], fileName: string | null): string {
  const given = parts
    .flatMap(({ found }) => found.flatMap(({ label, value }) => (label === "slug" ? [value] : [])))
    .reduce<string | null>((longest, slug) => (slug.length > (longest?.length ?? 0) ? slug : longest), null);
  const words = (kind: ReadPart["kind"]) => slugOfWords(parts.find((part) => part.kind === kind)?.text ?? "");
  const named = slugFrom((fileName ?? "").replace(/\.[^.]{1,5}$/, ""));
  return given ?? (words("headline") || words("paragraph") || named || "untitled");
}
