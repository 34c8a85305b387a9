import type { ReactNode } from "react";
import { ListBox } from "#renderer/app/list-box.tsx";
import type { ReadKind, ReadPart } from "#shared/contract/index.ts";
import { kindLetter, kindName, kindOfLetter } from "./kind-keys.ts";
import { retoldReadWord, words } from "#shared/language/index.ts";

const USUAL_PART_PX = 66;

interface PartListProps {
  readonly parts: readonly ReadPart[];
  readonly kinds: Readonly<Record<string, ReadKind>>;
  readonly active: number;
  readonly onActive: (row: number) => void;
  readonly onKind: (index: number, kind: ReadKind) => void;
}

function Part({ part, kind }: { readonly part: ReadPart; readonly kind: ReadKind }): ReactNode {
  return (
    <>
      <span className="part-kind">
        <kbd aria-hidden="true">{kindLetter(kind)}</kbd>
        {kindName(kind)}
      </span>
      <span className="part-copy">
        <span className="part-text">{part.text}</span>
        <span className="part-why">
          {kind === part.kind
            ? retoldReadWord(part.reason)
            : words().intake.saidSo({ kind: kindName(part.kind) })}
          {part.found.map((fact) => (
            <span key={`${fact.label}:${fact.value}`} className="part-fact">
              {retoldReadWord(fact.label)}: <b>{fact.value}</b>
            </span>
          ))}
        </span>
      </span>
    </>
  );
}

/** The parts of a source and what each is taken for. Arrows move; one letter changes what a part is. */
export function PartList({ parts, kinds, active, onActive, onKind }: PartListProps): ReactNode {
  const onKey = (key: string): boolean => {
    const kind = kindOfLetter(key);
    const part = parts[active];
    if (kind === null || !part) return false;
    onKind(part.index, kind);
    return true;
  };
  return (
    <ListBox
      id="parts"
      label={words().intake.parts}
      className="part-list"
      count={parts.length}
      rowPx={USUAL_PART_PX}
      measured
      active={active}
      onActive={onActive}
      onKey={onKey}
      isSelected={(row) => row === active}
      rowClass="part"
      renderRow={(row) => {
        const part = parts[row];
        if (!part) return { content: null };
        const kind = kinds[String(part.index)] ?? part.kind;
        return { content: <Part part={part} kind={kind} />, kind };
      }}
    />
  );
}
