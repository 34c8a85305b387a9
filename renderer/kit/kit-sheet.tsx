import { Dialog } from "@base-ui/react/dialog";
import { Tabs } from "@base-ui/react/tabs";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { isShortcut } from "#renderer/app/keys.ts";
import { Sheet } from "#renderer/app/sheet.tsx";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { FieldGroups } from "./field-groups.tsx";
import { elementId } from "./field-input.tsx";
import { FontsPart } from "./fonts-part.tsx";
import { isChanged, withCopyOfSpec, type DraftTrouble } from "./kit-draft.ts";
import { kitDesk, type KitDesk, type KitTarget, type OpenedKit } from "./kit-desk.ts";
import { groupsOf, KIT_PARTS, partOf } from "./kit-fields.ts";
import { KitSamplePane } from "./kit-sample-pane.tsx";
import { listAt, textAt } from "./kit-tree.ts";
import { partName, placeText, troubleText } from "./kit-words.ts";
import { PartList } from "./part-list.tsx";
import { versionMark } from "./kit-version.ts";
import { anchorOf } from "./trouble-anchor.ts";
import "./kit.css";

const TARGETS: readonly KitTarget[] = ["story", "newsroom", "nobody"];

/** Shows the part that a trouble is in, and puts the focus into its field. */
function goTo(desk: KitDesk, now: OpenedKit, trouble: DraftTrouble): void {
  const { part, spec } = partOf(trouble.path);
  const at = spec ?? now.spec;
  desk.show({ part, spec: at });
  const groups = groupsOf(now.draft.tree, { spec: at }, part);
  const anchor = anchorOf(groups, trouble);
  const rows = groups.flatMap((group) => group.rows);
  const row = rows.find(({ id, fields }) => id === anchor || fields.some((field) => field.id === anchor));
  const field =
    row?.fields.find(({ id }) => id === anchor) ?? row?.fields[0] ?? groups[0]?.rows[0]?.fields[0];
  // The part is drawn by then.
  setTimeout(() => {
    if (field) document.getElementById(elementId(field.id))?.focus();
  });
}

function SpecChoice({ desk, now }: { readonly desk: KitDesk; readonly now: OpenedKit }): ReactNode {
  const { kit } = words();
  const specs = listAt(now.draft.tree, ["specs"]).map((spec) => textAt(spec, ["name"]));
  const copy = (): void => {
    desk.change((draft) => withCopyOfSpec(draft, now.spec, kit.copyOf({ name: specs[now.spec] ?? "" })));
    desk.show({ spec: specs.length, part: "spec" });
  };
  return (
    <div className="kit-specs">
      <label htmlFor="kit-spec">{kit.spec}</label>
      <span className="kit-spec-verbs">
        <button type="button" className="quiet-button" onClick={copy}>
          {kit.copySpec}
        </button>
        <button type="button" className="quiet-button" disabled={specs.length < 2} onClick={desk.removeSpec}>
          {kit.removeSpec}
        </button>
      </span>
      <select
        id="kit-spec"
        value={String(now.spec)}
        onChange={({ target }) => desk.show({ spec: Number(target.value) })}
      >
        {specs.map((name, index) => (
          // Two may have one name while they are edited.
          // oxlint-disable-next-line react/no-array-index-key
          <option key={index} value={String(index)}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What stands in the way of saving: the first trouble as a way to its field; else what was done. */
function Standing({ desk, now }: { readonly desk: KitDesk; readonly now: OpenedKit }): ReactNode {
  const { kit } = words();
  const wrong = now.troubles.filter(({ isWarning }) => !isWarning);
  const [first] = wrong;
  if (first) {
    return (
      <p className="kit-standing" data-tone="wrong">
        <button type="button" className="quiet-button" onClick={() => goTo(desk, now, first)}>
          {kit.mend({ place: placeText(now.draft, first), why: troubleText(first) })}
        </button>
        {wrong.length > 1 ? kit.mendMore({ count: wrong.length - 1 }) : null}
      </p>
    );
  }
  const { said } = now;
  if (said) {
    return (
      <p
        className="kit-standing"
        role={said.isTrouble ? "alert" : "status"}
        data-tone={said.isTrouble ? "wrong" : "good"}
      >
        {said.text}
      </p>
    );
  }
  return <p className="kit-standing">{isChanged(now.draft) ? kit.changed : kit.unchanged}</p>;
}

function Foot({
  desk,
  now,
  onSave,
}: {
  readonly desk: KitDesk;
  readonly now: OpenedKit;
  readonly onSave: () => void;
}): ReactNode {
  const { fit } = useWorkbench();
  const fitted = useObservable(fit.state);
  const { kit } = words();
  const targets = TARGETS.filter((target) => target !== "story" || fitted.state === "set");
  const isUntouched = !isChanged(now.draft);
  return (
    <div className="sheet-foot kit-foot">
      <Standing desk={desk} now={now} />
      <button type="button" className="button" disabled={!now.canUndo} onClick={desk.undo}>
        {kit.undo}
      </button>
      <button type="button" className="button" disabled={!now.canRedo} onClick={desk.redo}>
        {kit.redo}
      </button>
      <button type="button" className="button" disabled={isUntouched} onClick={desk.putEverythingBack}>
        {kit.putBackAll}
      </button>
      {now.isOurs ? (
        <span className="kit-target">
          <label htmlFor="kit-target">{kit.goesTo}</label>
          <select
            id="kit-target"
            value={now.target}
            onChange={({ target }) => desk.aimAt(TARGETS.find((one) => one === target.value) ?? "nobody")}
          >
            {targets.map((target) => (
              <option key={target} value={target}>
                {kit.targets[target]}
              </option>
            ))}
          </select>
        </span>
      ) : null}
      <button
        type="button"
        className="button primary"
        title={now.isOurs ? kit.copyNote : kit.goesOver}
        disabled={isUntouched || now.isSaving}
        onClick={onSave}
      >
        {now.isOurs ? kit.saveCopy : kit.saveVersion}
      </button>
    </div>
  );
}

interface TableProps {
  readonly desk: KitDesk;
  readonly now: OpenedKit;
  readonly onSave: () => void;
}

function Table({ desk, now, onSave }: TableProps): ReactNode {
  return (
    <>
      <Tabs.Root
        className="kit-table-top"
        orientation="vertical"
        value={now.part}
        onValueChange={(value) => {
          const part = KIT_PARTS.find((one) => one === value);
          if (part) desk.show({ part });
        }}
      >
        <div className="kit-list">
          <SpecChoice desk={desk} now={now} />
          <PartList now={now} />
        </div>
        <Tabs.Panel value={now.part} className="kit-fields" tabIndex={-1} aria-label={partName(now.part)}>
          {now.part === "fonts" ? <FontsPart desk={desk} now={now} /> : <FieldGroups desk={desk} now={now} />}
        </Tabs.Panel>
      </Tabs.Root>
      <KitSamplePane now={now} />
      <Foot desk={desk} now={now} onSave={onSave} />
    </>
  );
}

/** The keys of the editor, wherever the focus is in it. */
function useKeys(desk: KitDesk, now: OpenedKit | null, onSave: () => void): (event: KeyboardEvent) => void {
  const { host } = useWorkbench();
  return (event) => {
    if (!now) return;
    const { platform } = host.get();
    const turn = (by: 1 | -1): void => {
      const next = KIT_PARTS[(KIT_PARTS.indexOf(now.part) + by + KIT_PARTS.length) % KIT_PARTS.length];
      if (next) desk.show({ part: next });
    };
    const keys: readonly (readonly [string, () => void])[] = [
      ["Mod+Z", desk.undo],
      ["Mod+Shift+Z", desk.redo],
      ["Mod+Y", desk.redo],
      ["Mod+S", onSave],
      ["Mod+Enter", onSave],
      ["Alt+PageDown", () => turn(1)],
      ["Alt+PageUp", () => turn(-1)],
    ];
    const pressed = keys.find(([shortcut]) => isShortcut(event.nativeEvent, shortcut, platform));
    if (!pressed) return;
    event.preventDefault();
    event.stopPropagation();
    pressed[1]();
  };
}

/** The editor of a desk kit: its parts, the fields of one of them, and a sample that the composer sets. */
export function KitSheet(): ReactNode {
  const bench = useWorkbench();
  const { fit } = bench;
  const [desk] = useState(() => kitDesk(bench));
  const state = useObservable(desk.state);
  const sheet = useRef<HTMLDivElement>(null);
  const { kit } = words();
  useEffect(() => {
    void desk.open(fit.kitAtHand.get());
    return () => {
      desk.close();
      fit.kitAtHand.set(null);
    };
  }, [desk, fit]);
  const now = state.state === "open" ? state : null;
  const save = (): void => {
    void desk.save().then((wrong) => {
      if (wrong && now) goTo(desk, now, wrong);
    });
  };
  const onKeyDown = useKeys(desk, now, save);
  const isOpen = now !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    // The list knows by then which of its parts is the one that arrow keys go on from.
    const timer = setTimeout(() => {
      sheet.current?.querySelector<HTMLElement>('.kit-part[aria-selected="true"]')?.focus();
    });
    return () => clearTimeout(timer);
  }, [isOpen]);

  return (
    <Sheet
      kind="kit"
      ref={sheet}
      initialFocus={sheet}
      onKeyDown={onKeyDown}
      title={kit.title({ name: now ? textAt(now.draft.tree, ["name"]) : "" })}
      beside={
        <>
          <span className="kit-hash">{now ? versionMark(now.id, now.arrival) : null}</span>
          <Dialog.Close className="quiet-button">
            {kit.close} <kbd>Esc</kbd>
          </Dialog.Close>
        </>
      }
    >
      {now ? <Table desk={desk} now={now} onSave={save} /> : null}
      {state.state === "opening" ? <output className="sheet-waiting">{kit.opening}</output> : null}
      {state.state === "failed" ? (
        <p className="sheet-waiting" role="alert">
          {kit.cannotOpen({ why: state.why })}
        </p>
      ) : null}
    </Sheet>
  );
}
