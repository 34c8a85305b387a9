import { Popover } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SessionStatus } from "#renderer/editor/story-session.ts";
import type { TextLength } from "#shared/document/index.ts";
import { minutesText } from "./length-words.ts";
import { words } from "#shared/language/index.ts";

interface LengthDetailsProps {
  readonly status: SessionStatus;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

const ROWS = ["words", "characters", "withoutSpaces", "lines", "minutes"] as const;

function cell(length: TextLength, row: (typeof ROWS)[number]): string {
  return row === "minutes" ? minutesText(length.minutes) : words().forms.figure(length[row]);
}

/** The length of the story and of the selection in full, while it is asked for. */
export function LengthDetails({ status, anchor, onClose }: LengthDetailsProps): ReactNode {
  const { settings, commands } = useWorkbench();
  const { charactersPerLine, wordsPerMinute } = useObservable(settings.settings).lengthFigures;
  const { length, selected, counts } = status;
  const texts = words().view.length;
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="top" align="end" sideOffset={6}>
          <Popover.Popup className="length-details" aria-label={texts.name} finalFocus={false}>
            <h2>{texts.head}</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="unseen">{texts.figure}</span>
                  </th>
                  <th scope="col">{texts.story}</th>
                  {selected === null ? null : <th scope="col">{texts.selection}</th>}
                </tr>
              </thead>
              <tbody>
                {ROWS.map((row) => (
                  <tr key={row}>
                    <th scope="row">{texts.rows[row]}</th>
                    <td>{length === null ? "…" : cell(length, row)}</td>
                    {selected === null ? null : <td>{cell(selected, row)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
            <p>
              {texts.note({
                words: counts.body.words,
                characters: charactersPerLine,
                perMinute: wordsPerMinute,
              })}
            </p>
            <button
              type="button"
              className="quiet-button"
              onClick={() => {
                onClose();
                commands.run("view.settings");
              }}
            >
              {texts.change}
            </button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
