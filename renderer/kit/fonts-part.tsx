import { useState, type ReactNode } from "react";
import { FileChooser } from "#renderer/app/file-chooser.tsx";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { elementId, FieldInput } from "./field-input.tsx";
import { withFont, withoutFont } from "./kit-draft.ts";
import type { KitDesk, OpenedKit } from "./kit-desk.ts";
import { groupsOf } from "./kit-fields.ts";
import { textAt, valueAt } from "./kit-tree.ts";
import { troubleText } from "./kit-words.ts";
import { anchorOf } from "./trouble-anchor.ts";

interface FontsProps {
  readonly desk: KitDesk;
  readonly now: OpenedKit;
}

/** The fonts, each under the family and style by which the styles ask for it. */
function FontList({ desk, now }: FontsProps): ReactNode {
  const { kit } = words();
  const groups = groupsOf(now.draft.tree, { spec: now.spec }, "fonts");
  return (
    <ul className="kit-fonts">
      {groups.flatMap(({ rows }) =>
        rows.map(({ id, fields }, index) => {
          const font = valueAt(now.draft.tree, ["fonts", index]);
          const file = textAt(font, ["file"]).replace(/^fonts\//u, "");
          const troubles = now.troubles.filter((trouble) => {
            const anchor = anchorOf(groups, trouble);
            return (
              trouble.path[0] === "fonts" && (anchor === id || fields.some((field) => field.id === anchor))
            );
          });
          const describedBy = troubles.length > 0 ? `${elementId(id)}-trouble` : undefined;
          return (
            <li key={id}>
              <span className="kit-font-face">
                {fields.map((field) => (
                  <FieldInput
                    key={field.id}
                    desk={desk}
                    now={now}
                    field={field}
                    name={kit.oneOf({ name: file, head: kit.fields[field.name] })}
                    isWrong={troubles.some(({ isWarning }) => !isWarning)}
                    describedBy={describedBy}
                  />
                ))}
                <button
                  type="button"
                  className="quiet-button"
                  aria-label={kit.removeFont({ name: file })}
                  onClick={() => desk.change((draft) => withoutFont(draft, index))}
                >
                  {kit.takeOut}
                </button>
              </span>
              <small>
                {file} · {kit.licence({ file: textAt(font, ["licence"]).replace(/^licences\//u, "") })}
              </small>
              {troubles.length === 0 ? null : (
                <span id={describedBy} className="kit-trouble" data-wrong role="alert">
                  {troubles.map(troubleText).join("; ")}
                </span>
              )}
            </li>
          );
        }),
      )}
    </ul>
  );
}

/** The fonts of a kit, and where a desk takes its own in, with their licences. */
export function FontsPart({ desk, now }: FontsProps): ReactNode {
  const { bridge } = useWorkbench();
  const [font, setFont] = useState<File | null>(null);
  const [licence, setLicence] = useState<File | null>(null);
  const [trouble, setTrouble] = useState("");
  const { kit } = words();
  const add = async (): Promise<void> => {
    if (!font || !licence) return;
    setTrouble("");
    const answer = await bridge.desk.kits.addFont({
      name: font.name,
      bytes: new Uint8Array(await font.arrayBuffer()),
      licence: await licence.text(),
    });
    if (!answer.ok) {
      setTrouble(answer.error.message);
      return;
    }
    desk.change((draft) => withFont(draft, answer.value));
    setFont(null);
    setLicence(null);
  };
  return (
    <fieldset className="kit-group">
      <legend>{kit.parts.fonts}</legend>
      <FontList desk={desk} now={now} />
      <p className="kit-hint">{kit.fontsHint}</p>
      <p className="kit-add-font">
        <FileChooser accept=".ttf,.otf" onFiles={([first]) => setFont(first ?? null)}>
          {kit.chooseFont}
        </FileChooser>
        <FileChooser accept=".txt,.md,text/plain" onFiles={([first]) => setLicence(first ?? null)}>
          {kit.chooseLicence}
        </FileChooser>
        <button
          type="button"
          className="button"
          disabled={font === null || licence === null}
          onClick={() => void add()}
        >
          {kit.addFont}
        </button>
      </p>
      <p className="kit-hint">
        {font === null && licence === null ? kit.noFont : null}
        {font === null ? null : kit.fontIs({ file: font.name })}{" "}
        {licence === null ? null : kit.licenceIs({ file: licence.name })}
      </p>
      {trouble === "" ? null : (
        <p className="kit-trouble" data-wrong role="alert">
          {trouble}
        </p>
      )}
    </fieldset>
  );
}
