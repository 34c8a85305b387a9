import { $getState, $setState, DecoratorNode, type LexicalNode } from "lexical";
import type { UnknownBlock } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { BLOCK_ID_CONFIG } from "./block-id.ts";
import { BLOCK_TRACKING_CONFIG } from "./block-tracking.ts";
import { nodeValue } from "./node-value.ts";

type RawBlock = UnknownBlock["raw"];

const rawState = nodeValue<"raw", RawBlock>("raw", { id: "-" });

/** A block from a newer Stet: shown closed, passed over by the caret, and written back as it came. */
export class UnknownBlockNode extends DecoratorNode<null> {
  override $config() {
    return this.config("unknown-block", {
      extends: DecoratorNode,
      stateConfigs: [BLOCK_ID_CONFIG, BLOCK_TRACKING_CONFIG, { stateConfig: rawState, flat: true }],
    });
  }

  getRaw(): RawBlock {
    return $getState(this, rawState);
  }

  setRaw(raw: RawBlock): this {
    return $setState(this, rawState, raw);
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement("div");
    const kind = this.getRaw()["kind"];
    dom.className = "block unknown-block";
    dom.dataset["label"] = words().blocks.name({ blockKind: "unknown" });
    dom.setAttribute("role", "note");
    dom.textContent = words().blocks.fromNewerStet({ kindIfAny: typeof kind === "string" ? kind : null });
    return dom;
  }

  override updateDOM(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }

  override getTextContent(): "" {
    return "";
  }
}

export function $createUnknownBlock(raw: RawBlock): UnknownBlockNode {
  return new UnknownBlockNode().setRaw(raw);
}

export function $isUnknownBlock(node: LexicalNode | null | undefined): node is UnknownBlockNode {
  return node instanceof UnknownBlockNode;
}
