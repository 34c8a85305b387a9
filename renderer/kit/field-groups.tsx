import type { ReactNode } from "react";
import { words } from "#shared/language/index.ts";
import { elementId, FieldInput, wasText } from "./field-input.tsx";
import { followsGrid, isFieldChanged, putBack, takeGrid, type DraftTrouble } from "./kit-draft.ts";
import type { KitDesk, OpenedKit } from "./kit-desk.ts";
import { groupsOf, partOf, type FieldGroup, type FieldRow, type KitField } from "./kit-fields.ts";
import { fieldName, rowName, troubleText } from "./kit-words.ts";
import { anchorOf } from "./trouble-anchor.ts";

interface TableProps {
  readonly desk: KitDesk;
  readonly now: OpenedKit;
}

/** Troubles of the part that is shown, by the id at which they are told. */
type Anchored = ReadonlyMap<string, readonly DraftTrouble[]>;

function anchored({ troubles, part, spec }: OpenedKit, groups: readonly FieldGroup[]): Anchored {
  const at = new Map<string, readonly DraftTrouble[]>();
  for (const trouble of troubles) {
    const place = partOf(trouble.path);
    if (place.part !== part || (place.spec !== null && place.spec !== spec)) continue;
    const anchor = anchorOf(groups, trouble);
    if (anchor !== null) at.set(anchor, [...(at.get(anchor) ?? []), trouble]);
  }
  return at;
}

function PutBack({ desk, now, field }: TableProps & { readonly field: KitField }): ReactNode {
  const { kit } = words();
  const text = wasText(now, field);
  return (
    <button
      type="button"
      className="quiet-button kit-was"
      aria-label={kit.putsBack({ name: fieldName(field), text })}
      title={kit.putsBack({ name: fieldName(field), text })}
      onClick={() => desk.change((draft) => putBack(draft, field))}
    >
      {text === "" ? kit.wasEmpty : kit.was({ text })}
    </button>
  );
}

function Troubles({
  id,
  troubles,
}: {
  readonly id: string;
  readonly troubles: readonly DraftTrouble[];
}): ReactNode {
  if (troubles.length === 0) return null;
  const isWrong = troubles.some(({ isWarning }) => !isWarning);
  const said = [...new Set(troubles.map(troubleText))];
  return (
    <span id={`${elementId(id)}-trouble`} className="kit-trouble" data-wrong={isWrong} role="alert">
      {said.join("; ")}
    </span>
  );
}

function Unit({ field }: { readonly field: KitField | undefined }): ReactNode {
  if (field?.kind !== "figure" || field.unit === null) return null;
  return <span className="kit-unit">{words().kit.units[field.unit]}</span>;
}

/** A text of fewer characters needs no line of its own. */
const SHORT_TEXT = 10;

interface RowProps extends TableProps {
  readonly row: FieldRow;
  readonly at: Anchored;
}

/** One field with its unit, and what it was or what is wrong with it beside it. */
function Row({ desk, now, row, at }: RowProps): ReactNode {
  const [field] = row.fields;
  const troubles = [row, ...row.fields].flatMap(({ id }) => at.get(id) ?? []);
  const own = row.fields.length === 1 ? (at.get(row.id) ?? []) : troubles;
  const changed = row.fields.filter((one) => isFieldChanged(now.draft, one));
  const isWrong = own.some(({ isWarning }) => !isWarning);
  const describedBy = own.length > 0 ? `${elementId(row.id)}-trouble` : undefined;
  if (!field) return null;
  const isShort = field.kind === "text" && field.most < SHORT_TEXT;
  return (
    <div className="kit-row" data-kind={field.kind} data-short={isShort} data-changed={changed.length > 0}>
      <label htmlFor={elementId(field.id)}>{rowName(row)}</label>
      <span className="kit-control">
        {row.fields.map((one, nth) => (
          <FieldInput
            key={one.id}
            desk={desk}
            now={now}
            field={one}
            isWrong={isWrong}
            describedBy={describedBy}
            {...(nth > 0 ? { name: fieldName(one) } : {})}
          />
        ))}
        <Unit field={field} />
      </span>
      <span className="kit-beside">
        <Troubles id={row.id} troubles={own} />
        {changed.map((one) => (
          <PutBack key={one.id} desk={desk} now={now} field={one} />
        ))}
      </span>
    </div>
  );
}

/** A line of several figures under the headings of the group, and what is wrong with them below. */
function TableRow({ desk, now, row, at }: RowProps): ReactNode {
  const { kit } = words();
  const troubles = [row, ...row.fields].flatMap(({ id }) => at.get(id) ?? []);
  const changed = row.fields.filter((field) => isFieldChanged(now.draft, field));
  const describedBy = troubles.length > 0 ? `${elementId(row.id)}-trouble` : undefined;
  const isRowWrong = (at.get(row.id) ?? []).some(({ isWarning }) => !isWarning);
  return (
    <>
      <tr data-changed={changed.length > 0}>
        <th scope="row">{rowName(row)}</th>
        {row.fields.map((field) => (
          <td key={field.id}>
            <FieldInput
              desk={desk}
              now={now}
              field={field}
              name={kit.oneOf({ name: rowName(row), head: kit.fields[field.name] })}
              isWrong={isRowWrong || (at.get(field.id) ?? []).length > 0}
              describedBy={describedBy}
            />
          </td>
        ))}
        <td>
          <Unit field={row.fields[0]} />
        </td>
      </tr>
      {troubles.length === 0 && changed.length === 0 ? null : (
        <tr className="kit-table-beside">
          <td colSpan={row.fields.length + 2}>
            <Troubles id={row.id} troubles={troubles} />
            {changed.map((field) => (
              <PutBack key={field.id} desk={desk} now={now} field={field} />
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

/** A sentence that belongs to a group. */
function Hint({ desk, now, group }: TableProps & { readonly group: FieldGroup }): ReactNode {
  const { kit } = words();
  if (group.name === "measures") {
    const follows = followsGrid(now.draft);
    return (
      <p className="kit-hint">
        {follows ? kit.pageHint : kit.ownMeasures}
        {follows ? null : (
          <button type="button" className="quiet-button" onClick={() => desk.change(takeGrid)}>
            {kit.takeGrid}
          </button>
        )}
      </p>
    );
  }
  const hints: Partial<Record<FieldGroup["name"], string>> = {
    spec: kit.specHint,
    headlines: kit.codesHint,
    depths: kit.depthsHint,
  };
  const hint = hints[group.name];
  return hint === undefined ? null : <p className="kit-hint">{hint}</p>;
}

/** The fields of the part that is chosen, in their groups. */
export function FieldGroups({ desk, now }: TableProps): ReactNode {
  const { kit } = words();
  const groups = groupsOf(now.draft.tree, { spec: now.spec }, now.part);
  const at = anchored(now, groups);
  return groups.map((group) => (
    <fieldset key={group.id} className="kit-group">
      <legend>{kit.groups[group.name]}</legend>
      <Troubles id={`${group.id}-group`} troubles={at.get(group.id) ?? []} />
      {group.heads ? (
        <table className="kit-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{kit.groups[group.name]}</span>
              </th>
              {group.heads.map((head) => (
                <th key={head} scope="col">
                  {kit.fields[head]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <TableRow key={row.id} desk={desk} now={now} row={row} at={at} />
            ))}
          </tbody>
        </table>
      ) : (
        group.rows.map((row) => <Row key={row.id} desk={desk} now={now} row={row} at={at} />)
      )}
      <Hint desk={desk} now={now} group={group} />
    </fieldset>
  ));
}
