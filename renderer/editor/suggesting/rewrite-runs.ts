import { $isLinkNode } from "@lexical/link";
import {
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from "lexical";
import { canonicalRuns, runsText, type Run } from "#shared/document/index.ts";
import { $attributesOf, $attributesOfBreak, $holdBreak, sameRunAttributes } from "../codec/run-attributes.ts";
import { $loosenBreaks, $nodesOfRuns } from "../codec/runs.ts";

/** What one child of a field is to say: a stretch of text, a tab, a forced line break, or all of one link. */
interface Piece {
  readonly href: string | null;
  readonly runs: readonly Run[];
}

const PIECES = /(\n|\t)/u;

function pieces(runs: readonly Run[]): readonly Piece[] {
  const all: { href: string | null; runs: Run[] }[] = [];
  for (const run of canonicalRuns(runs)) {
    const href = run.link?.href ?? null;
    const last = all.at(-1);
    if (href !== null && last?.href === href) {
      last.runs.push(run);
      continue;
    }
    if (href !== null) {
      all.push({ href, runs: [run] });
      continue;
    }
    for (const text of run.text.split(PIECES)) if (text !== "") all.push({ href, runs: [{ ...run, text }] });
  }
  return all;
}

function only({ runs }: Piece): Run | undefined {
  return runs.length === 1 ? runs[0] : undefined;
}

function $says(node: LexicalNode, piece: Piece): boolean {
  if ($isLinkNode(node)) {
    if (node.getURL() !== piece.href) return false;
    return node.getChildren().every((child, at, all) => $isLinkedAs(child, piece, at, all.length));
  }
  if (piece.href !== null || $isElementNode(node)) return false;
  const run = only(piece);
  if (!run) return false;
  if ($isLineBreakNode(node)) {
    return run.text === "\n" && sameRunAttributes($attributesOfBreak(node), run);
  }
  if (!$isTextNode(node) || $isTabNode(node) !== (run.text === "\t")) return false;
  return node.getTextContent() === run.text && sameRunAttributes($attributesOf(node), run);
}

/** True where the child of a link, the nth of so many, says what the link is to say there. */
function $isLinkedAs(child: LexicalNode, { runs }: Piece, at: number, count: number): boolean {
  const inner = pieces(runs.map(({ link: _link, ...run }) => run));
  const piece = inner[at];
  return inner.length === count && piece !== undefined && $says(child, piece);
}

/** Every line break keeps its look for its own, so that it stays that way beside other text. */
function $holdBreaks(element: ElementNode): void {
  for (const node of element.getChildren()) {
    if ($isElementNode(node)) $holdBreaks(node);
    else if ($isLineBreakNode(node)) $holdBreak(node);
  }
}

/** True where a node has the look that is wanted of it, so that nothing but its words can be different. */
function $hasLook(node: LexicalNode, piece: Piece): node is TextNode {
  const run = only(piece);
  if (!run || piece.href !== null || PIECES.test(run.text)) return false;
  if (!$isTextNode(node) || !node.isSimpleText() || $isTabNode(node)) return false;
  return sameRunAttributes($attributesOf(node), run);
}

/** Changes the text of a node in place where nothing but that differs: its element on the page stays. */
function $retold(node: LexicalNode | undefined, piece: Piece | undefined): boolean {
  if (!node || !piece) return false;
  if ($isLinkNode(node) && node.getURL() === piece.href) {
    $rewrite(
      node,
      piece.runs.map(({ link: _link, ...run }) => run),
    );
    return true;
  }
  if (!$hasLook(node, piece)) return false;
  node.setTextContent(runsText(piece.runs));
  return true;
}

function $stands(node: LexicalNode | undefined, piece: Piece | undefined): boolean {
  return node !== undefined && piece !== undefined && $says(node, piece);
}

/** True where the same looks follow each other in a field without breaks, tabs and links, and nothing but words is different. */
function $isOnlyReworded(
  element: ElementNode,
  children: readonly LexicalNode[],
  wanted: readonly Piece[],
): boolean {
  return (
    children.length === wanted.length &&
    element.getChildren().every((node) => $isTextNode(node) && node.isSimpleText() && !$isTabNode(node)) &&
    children.every((node, nth) => {
      const piece = wanted[nth];
      return piece !== undefined && $hasLook(node, piece);
    })
  );
}

function $rewrite(element: ElementNode, runs: readonly Run[]): void {
  const children = element.getChildren();
  const wanted = [...pieces(runs)];
  while ($stands(children[0], wanted[0])) {
    children.shift();
    wanted.shift();
  }
  while ($stands(children.at(-1), wanted.at(-1))) {
    children.pop();
    wanted.pop();
  }
  if ($isOnlyReworded(element, children, wanted)) {
    children.forEach((node, nth) => $retold(node, wanted[nth]));
    return;
  }
  if ($retold(children[0], wanted[0])) {
    children.shift();
    wanted.shift();
  } else if ($retold(children.at(-1), wanted.at(-1))) {
    children.pop();
    wanted.pop();
  }
  const [first] = children;
  const made = $nodesOfRuns(wanted.flatMap((piece) => piece.runs));
  if (first) for (const node of made) first.insertBefore(node, false);
  else $appendAt(element, made, runs);
  for (const node of children) node.remove();
}

/** Where no child gives way, the new ones stand before the first of those that come after them. */
function $appendAt(element: ElementNode, made: readonly LexicalNode[], runs: readonly Run[]): void {
  if (made.length === 0) return;
  const all = pieces(runs);
  const standing = element.getChildren();
  let before = 0;
  for (const piece of all) {
    const node = standing[before];
    if (!node || !$says(node, piece)) break;
    before += 1;
  }
  const next = standing[before];
  if (next) for (const node of made) next.insertBefore(node, false);
  else element.append(...made);
}

/**
 * Gives a field other runs and touches only those of its nodes that say something else: the rest of
 * its elements, the caret's among them, stay on the page as they are.
 */
export function $rewriteRuns(field: ElementNode, runs: readonly Run[]): void {
  $holdBreaks(field);
  $rewrite(field, runs);
  $loosenBreaks(field);
}
