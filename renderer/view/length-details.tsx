import { Popover } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";
import { counted, figure } from "#renderer/app/length.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { SessionStatus } from "#renderer/editor/story-session.ts";
import type { TextLength } from "#shared/document/index.ts";
import { minutesText } from "./length-words.ts";

interface LengthDetailsProps {
  readonly status: SessionStatus;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

const ROWS: readonly { readonly name: string; readonly cell: (length: TextLength) => string }[] = [
  { name: "Words", cell: ({ words }) => figure(words) },
  { name: "Characters with spaces", cell: ({ characters }) => figure(characters) },
  { name: "Characters without spaces", cell: ({ withoutSpaces }) => figure(withoutSpaces) },
  { name: "Lines of the column, about", cell: ({ lines }) => figure(lines) },
  { name: "To read, about", cell: ({ minutes }) => minutesText(minutes) },
];

/** The length of the story and of the selection in full, while it is asked for. */
export function LengthDetails({ status, anchor, onClose }: LengthDetailsProps): ReactNode {
  const { settings, commands } = useWorkbench();
  const { charactersPerLine, wordsPerMinute } = useObservable(settings.settings).lengthFigures;
  const { length, selected, counts } = status;
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} side="top" align="end" sideOffset={6}>
          <Popover.Popup className="length-details" aria-label="Length of the story" finalFocus={false}>
            <h2>Length</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">
                    <span className="unseen">Figure</span>
                  </th>
                  <th scope="col">Story</th>
                  {selected === null ? null : <th scope="col">Selection</th>}
                </tr>
              </thead>
              <tbody>
                {ROWS.map(({ name, cell }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{length === null ? "…" : cell(length)}</td>
                    {selected === null ? null : <td>{cell(selected)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
            <p>
              Without notes and struck text. {counted(counts.body.words, "word")} of it fill the column, at
              about {counted(charactersPerLine, "character")} a line; read at {figure(wordsPerMinute)} words a
              minute.
            </p>
            <button
              type="button"
              className="quiet-button"
              onClick={() => {
                onClose();
                commands.run("view.settings");
              }}
            >
              Change these figures
            </button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
