import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontPath } from "./compositor.ts";

/** How Typst is to set the stories: the same font, size and indent in each. */
export interface TypstOrder {
  readonly stories: readonly (readonly string[])[];
  readonly widthPt: number;
  readonly linebreaks: "simple" | "optimized";
  readonly sizePt: number;
  readonly indentPt: number;
  /** What hyphens and short last lines cost, in percent of Typst's usual. */
  readonly costs?: { readonly hyphenation: number; readonly runt: number };
}

let compiler: NodeCompiler | null = null;

/** Typst with the serif that comes with Stet. */
function typst(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: [readFileSync(fontPath("SourceSerif4", "regular"))] }],
  });
  return compiler;
}

function document({ stories, widthPt, linebreaks, sizePt, indentPt, costs }: TypstOrder): string {
  const size = `${String(sizePt)}pt`;
  const cost = costs
    ? `costs: (hyphenation: ${String(costs.hyphenation)}%, runt: ${String(costs.runt)}%), `
    : "";
  return `
#set text(font: "Source Serif 4", size: ${size}, ${cost}hyphenate: true, lang: "en", region: "us", top-edge: ${size}, bottom-edge: 0pt)
#set par(justify: true, linebreaks: "${linebreaks}", leading: 0pt, spacing: 0pt, first-line-indent: (amount: ${String(indentPt)}pt, all: true))
#let stories = json(bytes(${JSON.stringify(JSON.stringify(stories))}))
#context [#metadata(stories.map(story => story.map(own => calc.round(measure(block(width: ${String(widthPt)}pt, par(own))).height / ${size})))) <lines>]
`;
}

/** How many lines Typst sets each paragraph of each story in. */
export function typstLines(order: TypstOrder): readonly (readonly number[])[] {
  const main = { mainFileContent: document(order) };
  const found: unknown = typst().query(main, { selector: "<lines>", field: "value" });
  return (found as readonly (readonly (readonly number[])[])[])[0] ?? [];
}

/** Makes Typst forget what it has set, for timing. */
export function forgetTypst(): void {
  typst().evictCache(0);
}
