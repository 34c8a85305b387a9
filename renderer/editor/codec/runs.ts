import { $createLinkNode, $isLinkNode } from "@lexical/link";
import {
  $createLineBreakNode,
  $createTabNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type LineBreakNode,
} from "lexical";
import { canonicalRuns, type Link, type Run } from "#shared/document/index.ts";
import {
  $attributesOf,
  $breakAttributes,
  $setAttributes,
  $setBreakAttributes,
  sameRunAttributes,
  type RunAttributes,
} from "./run-attributes.ts";

const PIECES = /(\n|\t)/;

/** A line break looks like the text before it, else like the text after it, among its siblings. */
function $inherited(node: LineBreakNode): RunAttributes {
  for (let before = node.getPreviousSibling(); before !== null; before = before.getPreviousSibling()) {
    if ($isTextNode(before)) return $attributesOf(before);
  }
  for (let after = node.getNextSibling(); after !== null; after = after.getNextSibling()) {
    if ($isTextNode(after)) return $attributesOf(after);
  }
  return {};
}

/** What a line break says: its own, or what the text beside it says. */
export function $lookOfBreak(node: LineBreakNode): RunAttributes {
  return $breakAttributes(node) ?? $inherited(node);
}

function $runOf(node: LexicalNode, link: Link | null): Run | null {
  const linked = link ? { link } : {};
  if ($isTextNode(node)) return { ...$attributesOf(node), ...linked, text: node.getTextContent() };
  if ($isLineBreakNode(node)) {
    return { ...$lookOfBreak(node), ...linked, text: "\n" };
  }
  return null;
}

function $collect(element: ElementNode, link: Link | null, into: Run[]): void {
  for (const child of element.getChildren()) {
    if ($isLinkNode(child)) {
      $collect(child, { href: child.getURL() }, into);
    } else if ($isElementNode(child)) {
      $collect(child, link, into);
    } else {
      const run = $runOf(child, link);
      if (run) into.push(run);
    }
  }
}

/** The text of a field as canonical runs. */
export function $runsOf(element: ElementNode): readonly Run[] {
  const collected: Run[] = [];
  $collect(element, null, collected);
  return canonicalRuns(collected);
}

interface OwnBreak {
  readonly node: LineBreakNode;
  readonly attributes: RunAttributes;
}

function $inlineNodes(run: Run, breaks: OwnBreak[]): LexicalNode[] {
  const { text, link: _link, ...attributes } = run;
  const nodes: LexicalNode[] = [];
  for (const piece of text.split(PIECES)) {
    if (piece === "") continue;
    if (piece === "\n") {
      const node = $createLineBreakNode();
      breaks.push({ node, attributes });
      nodes.push(node);
    } else {
      const node = piece === "\t" ? $createTabNode() : $createTextNode(piece);
      $setAttributes(node, attributes);
      nodes.push(node);
    }
  }
  return nodes;
}

/** Puts runs at the end of a field: text, tabs, forced line breaks and links. */
export function $appendRuns(element: ElementNode, runs: readonly Run[]): void {
  element.append(...$nodesOfRuns(runs));
}

/** Runs as inline nodes, neighbours with the same link in one link node. */
export function $nodesOfRuns(runs: readonly Run[]): LexicalNode[] {
  const breaks: OwnBreak[] = [];
  const nodes: LexicalNode[] = [];
  for (const run of runs) {
    const inline = $inlineNodes(run, breaks);
    if (!run.link) {
      nodes.push(...inline);
      continue;
    }
    const last = nodes.at(-1);
    const link = $isLinkNode(last) && last.getURL() === run.link.href ? last : null;
    if (link) link.append(...inline);
    else nodes.push($createLinkNode(run.link.href).append(...inline));
  }
  for (const { node, attributes } of breaks) $setBreakAttributes(node, attributes);
  return nodes;
}

/** Lets line breaks that look like their neighbours follow them from now on. Call it once they stand in their field. */
export function $loosenBreaks(element: ElementNode): void {
  for (const child of element.getChildren()) {
    if ($isLinkNode(child)) $loosenBreaks(child);
    if (!$isLineBreakNode(child)) continue;
    const own = $breakAttributes(child);
    if (own && sameRunAttributes(own, $inherited(child))) $setBreakAttributes(child, null);
  }
}
