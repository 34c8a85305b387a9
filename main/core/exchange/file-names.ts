import { slugFileName } from "#shared/newsroom/index.ts";

const CAPTIONS = "-captions";
const MARKED = "-marked";

/** The start of a name for what shows open changes and notes, so that nobody takes it for print copy. */
export function markedName(stem: string): string {
  return stem + MARKED;
}

/** The name of the text file with a story's captions. */
export function captionsFileName(stem: string): string {
  return `${stem}${CAPTIONS}.txt`;
}

/**
 * A start for each story's file names, in order: the slug, and `-2`, `-3` … where another story of
 * the same export has it already. No name made from one can meet a name made from another.
 */
export function storyFileNames(slugs: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return slugs.map((slug) => {
    const wanted = slugFileName(slug);
    let stem = wanted;
    for (let nr = 2; taken.has(stem) || taken.has(stem + CAPTIONS); nr += 1) stem = `${wanted}-${String(nr)}`;
    taken.add(stem).add(stem + CAPTIONS);
    return stem;
  });
}

function two(part: number): string {
  return String(part).padStart(2, "0");
}

/** The name of an export's folder: the story's own, or the local date and minute for several. */
export function exportFolderName(stems: readonly string[], nowMs: number): string {
  const [only, ...others] = stems;
  if (only !== undefined && others.length === 0) return only;
  const now = new Date(nowMs);
  const day = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `stet-export-${day}-${two(now.getHours())}${two(now.getMinutes())}`;
}
