import { Tabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { words } from "#shared/language/index.ts";
import { isFieldChanged } from "./kit-draft.ts";
import type { OpenedKit } from "./kit-desk.ts";
import { fieldsOf, KIT_PARTS, partOf, type KitPart } from "./kit-fields.ts";
import { canonicalJson } from "#shared/fit/kit/canonical-json.ts";
import { valueAt } from "./kit-tree.ts";
import { partName } from "./kit-words.ts";

/** How many of the parts are of the whole kit. */
const WHOLE = 3;

function isPartChanged({ draft, spec }: OpenedKit, part: KitPart): boolean {
  if (part === "fonts")
    return canonicalJson(draft.from.fonts) !== canonicalJson(valueAt(draft.tree, ["fonts"]) ?? null);
  return fieldsOf(draft.tree, { spec }, part).some((field) => isFieldChanged(draft, field));
}

/** The parts of the kit, one below the other, each with a mark where it is changed or in trouble. */
export function PartList({ now }: { readonly now: OpenedKit }): ReactNode {
  const { kit } = words();
  const wrong = new Set(
    now.troubles.flatMap(({ isWarning, path }) => {
      const { part, spec } = partOf(path);
      return isWarning || (spec !== null && spec !== now.spec) ? [] : [part];
    }),
  );
  return (
    <Tabs.List className="kit-parts" aria-label={kit.partsName} activateOnFocus>
      {KIT_PARTS.map((part, nth) => {
        const mark = wrong.has(part) ? "wrong" : isPartChanged(now, part) ? "changed" : null;
        return (
          <Tabs.Tab key={part} value={part} className="kit-part" data-first={nth === WHOLE}>
            <span className="kit-part-name">{partName(part)}</span>
            {mark === null ? null : (
              <span className="kit-mark" data-mark={mark} title={kit.marks[mark]}>
                <span aria-hidden>{mark === "wrong" ? "✕" : "•"}</span>
                <span className="unseen">{kit.marks[mark]}</span>
              </span>
            )}
          </Tabs.Tab>
        );
      })}
    </Tabs.List>
  );
}
