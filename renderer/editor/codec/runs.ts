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
} from "lexical";
import { canonicalRuns, type Link, type Run } from "#shared/document/index.ts";
import {
  $attributesOf,
  $attributesOfBreak,
  $loosenBreak,
  $setAttributes,
  $setBreakAttributes,
} from "./run-attributes.ts";

const PIECES = /(\n|\t)/;

function $runOf(node: LexicalNode, link: Link | null): Run | null {
  const linked = link ? { link } : {};
  if ($isTextNode(node)) return { ...$attributesOf(node), ...linked, text: node.getTextContent() };
  if ($isLineBreakNode(node)) {
    return { ...$attributesOfBreak(node), ...linked, text: "\n" };
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

function $inlineNodes(run: Run): LexicalNode[] {
  const { text, link: _link, ...attributes } = run;
  const nodes: LexicalNode[] = [];
  for (const piece of text.split(PIECES)) {
    if (piece === "") continue;
    if (piece === "\n") {
      const node = $createLineBreakNode();
      $setBreakAttributes(node, attributes);
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
  const nodes: LexicalNode[] = [];
  for (const run of runs) {
    const inline = $inlineNodes(run);
    if (!run.link) {
      nodes.push(...inline);
      continue;
    }
    const last = nodes.at(-1);
    const link = $isLinkNode(last) && last.getURL() === run.link.href ? last : null;
    if (link) link.append(...inline);
    else nodes.push($createLinkNode(run.link.href).append(...inline));
  }
  return nodes;
}

/** Lets line breaks that look like their neighbours follow them from now on. Call it once they stand in their field. */
export function $loosenBreaks(element: ElementNode): void {
  for (const child of element.getChildren()) {
    if ($isLinkNode(child)) $loosenBreaks(child);
    else if ($isLineBreakNode(child)) $loosenBreak(child);
  }
}
