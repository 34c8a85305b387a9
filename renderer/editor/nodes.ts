import { LinkNode } from "@lexical/link";
import { StoryBlockNode } from "./blocks/story-block-node.ts";
import { UnknownBlockNode } from "./blocks/unknown-block-node.ts";
import { PhotoFieldNode } from "./photos/photo-field-node.ts";
import { PhotoNode } from "./photos/photo-node.ts";

/** Every node class that an editor of Stet's stories must know. */
export const STORY_NODES = [StoryBlockNode, PhotoNode, PhotoFieldNode, UnknownBlockNode, LinkNode];
