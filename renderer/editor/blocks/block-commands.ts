import type { LexicalEditor } from "lexical";
import type { Command, Title } from "#renderer/app/commands.ts";
import { finalBlock, newBlockId, withTracking, type Block } from "#shared/document/index.ts";
import { $blockToNode, $nodeToBlock } from "../codec/blocks.ts";
import { $deleteBlock } from "../fields/delete-selected.ts";
import { $fieldsOf } from "../fields/field.ts";
import { $caretAt } from "../fields/field-point.ts";
import { $chosenBlocks } from "../structure/chosen-blocks.ts";
import { isOnlyOne, $turnBlockInto } from "../structure/only-one.ts";
import { structureEdits } from "../structure/structure-edits.ts";
import { $keepWording } from "../structure/wordings.ts";
import { FIELD_KIND_LIST, FIELD_KINDS, type FieldKind } from "./kinds.ts";
import { $isStoryBlock } from "./story-block-node.ts";

function $turnInto(kind: FieldKind): void {
  const chosen = $chosenBlocks().filter($isStoryBlock);
  for (const block of isOnlyOne(kind) ? chosen.slice(0, 1) : chosen) $turnBlockInto(block, kind);
}

function $move(direction: "up" | "down"): void {
  const blocks = $chosenBlocks();
  const over = direction === "up" ? blocks[0]?.getPreviousSibling() : blocks.at(-1)?.getNextSibling();
  if (!over) return;
  for (const block of direction === "up" ? blocks : blocks.toReversed()) {
    if (direction === "up") over.insertBefore(block);
    else over.insertAfter(block);
  }
}

/** The same block under an id of its own. It is a new one: what is open about the other is not open about it. */
export function duplicate(block: Block): Block {
  const id = newBlockId();
  const copy = withTracking(block, undefined);
  return copy.kind === "unknown" ? { ...copy, id, raw: { ...copy.raw, id } } : { ...copy, id };
}

function $duplicate(): void {
  const blocks = $chosenBlocks();
  let last = blocks.at(-1);
  for (const block of blocks) {
    if ($isStoryBlock(block) && isOnlyOne(block.getKind())) {
      if (block.getKind() === "headline") $keepWording(block);
      continue;
    }
    const copy = $blockToNode(duplicate(finalBlock($nodeToBlock(block))));
    last?.insertAfter(copy);
    last = copy;
  }
  const field = last && $fieldsOf(last).at(-1);
  if (field) $caretAt(field, "end");
}

function $delete(): void {
  for (const block of $chosenBlocks()) $deleteBlock(block);
}

/** What can be done to the block with the caret, or to every block that the selection touches. */
export function blockCommands(editor: LexicalEditor): readonly Command[] {
  const command = (id: string, title: Title, keys: string | null, edit: () => void): Command => ({
    id,
    title,
    group: "Block",
    keys,
    run: () => editor.update(edit),
  });
  return [
    ...FIELD_KIND_LIST.map((kind) => {
      const { keys } = FIELD_KINDS[kind];
      return command(
        `block.into.${kind}`,
        ({ blocks }) => blocks.turnInto({ into: kind }),
        keys,
        () => $turnInto(kind),
      );
    }),
    command(
      "block.up",
      ({ blocks }) => blocks.commands.up,
      "Alt+Shift+ArrowUp",
      () => $move("up"),
    ),
    command(
      "block.down",
      ({ blocks }) => blocks.commands.down,
      "Alt+Shift+ArrowDown",
      () => $move("down"),
    ),
    command("block.duplicate", ({ blocks }) => blocks.commands.duplicate, "Mod+Shift+D", $duplicate),
    ...structureEdits.map(({ id, title, keys, $edit }) => command(id, title, keys, $edit)),
    command("block.delete", ({ blocks }) => blocks.commands.delete, "Mod+Shift+Backspace", $delete),
  ];
}
