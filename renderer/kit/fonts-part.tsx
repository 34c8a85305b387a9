import { useState, type ReactNode } from "react";
import { FileChooser } from "#renderer/app/file-chooser.tsx";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { FACE_STYLES } from "#shared/fit/kit/kit.ts";
import { withFont, withoutFont } from "./kit-draft.ts";
import type { KitDesk, OpenedKit } from "./kit-desk.ts";
import { listAt, textAt } from "./kit-tree.ts";
import { troubleText } from "./kit-words.ts";

function FontList({ desk, now }: { readonly desk: KitDesk; readonly now: OpenedKit }): ReactNode {
  const { kit } = words();
  return (
    <ul className="kit-fonts">
      {listAt(now.draft.tree, ["fonts"]).map((font, index) => {
        const style = FACE_STYLES.find((one) => one === textAt(font, ["style"])) ?? "regular";
        const name = kit.fontOf({ name: textAt(font, ["family"]), style: kit.choices.faceStyle[style] });
        const troubles = now.troubles.filter(({ path }) => path[0] === "fonts" && path[1] === index);
        return (
          <li key={`${name} ${textAt(font, ["sha256"])}`}>
            <span>
              {name}
              <small>
                {textAt(font, ["file"])} · {kit.licence({ file: textAt(font, ["licence"]) })}
              </small>
              {troubles.map((trouble) => (
                <span key={trouble.id} className="kit-trouble" data-wrong={!trouble.isWarning} role="alert">
                  {troubleText(trouble)}
                </span>
              ))}
            </span>
            <button
              type="button"
              className="quiet-button"
              aria-label={kit.removeFont({ name })}
              onClick={() => desk.change((draft) => withoutFont(draft, index))}
            >
              {kit.takeOut}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The fonts of a kit, and where a desk takes its own in, with their licences. */
export function FontsPart({ desk, now }: { readonly desk: KitDesk; readonly now: OpenedKit }): ReactNode {
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
