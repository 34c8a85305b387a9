import { useId, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { useDraft } from "#renderer/desk/use-draft.ts";
import {
  CHARACTERS_PER_LINE,
  CONTRASTS,
  LINE_SPACINGS,
  MEASURE_CHARACTERS,
  MEASURES,
  MOTIONS,
  PAGE_FACES,
  WORDS_PER_MINUTE,
  ZOOM_STEPS,
  type LengthFigures,
  type ViewChoices,
} from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

interface ChoiceProps<Choice extends string> {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly names: Readonly<Record<Choice, string>>;
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

function Choice<Of extends string>({ label, choices, names, chosen, onChoose }: ChoiceProps<Of>): ReactNode {
  const id = useId();
  return (
    <label htmlFor={id} className="setting-choice">
      {label}
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          const choice = choices.find((one) => one === event.target.value);
          if (choice !== undefined) onChoose(choice);
        }}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A choice among figures. One that another window or a newer Stet chose in between stands in the list, too. */
function FigureChoice({
  label,
  steps,
  chosen,
  say,
  onChoose,
}: {
  readonly label: string;
  readonly steps: readonly number[];
  readonly chosen: number;
  readonly say: (step: number) => string;
  readonly onChoose: (step: number) => void;
}): ReactNode {
  const all = [...new Set([...steps, chosen])].toSorted((a, b) => a - b);
  return (
    <Choice
      label={label}
      choices={all.map(String)}
      names={Object.fromEntries(all.map((step) => [String(step), say(step)]))}
      chosen={String(chosen)}
      onChoose={(step) => onChoose(Number(step))}
    />
  );
}

function FigureField({
  label,
  stored,
  limits: { least, most },
  onKeep,
}: {
  readonly label: string;
  readonly stored: number;
  readonly limits: { readonly least: number; readonly most: number };
  readonly onKeep: (figure: number) => void;
}): ReactNode {
  const why = useId();
  const draft = useDraft(String(stored), async (text) => {
    const figure = Number(text);
    if (!Number.isInteger(figure) || figure < least || figure > most)
      return words().settings.wholeNumber({ least, most });
    onKeep(figure);
    return null;
  });
  return (
    <label className="setting-figure">
      {label}
      <input
        inputMode="numeric"
        autoComplete="off"
        value={draft.shown}
        aria-invalid={draft.trouble !== null}
        aria-describedby={draft.trouble === null ? undefined : why}
        onChange={(event) => draft.write(event.target.value)}
        onBlur={draft.keep}
        onKeyDown={(event) => {
          if (event.key === "Enter") draft.keep();
          if (event.key === "Escape") draft.restore();
        }}
      />
      {draft.trouble === null ? null : (
        <span id={why} role="alert" className="setting-wrong">
          {draft.trouble}
        </span>
      )}
    </label>
  );
}

/** How the page looks, and what lines and minutes are estimated by. */
export function ViewSetting(): ReactNode {
  const { settings } = useWorkbench();
  const { view, lengthFigures } = useObservable(settings.settings);
  const choose = (change: Partial<ViewChoices>): void =>
    void settings.change({ view: { ...view, ...change } });
  const estimate = (change: Partial<LengthFigures>): void =>
    void settings.change({ lengthFigures: { ...lengthFigures, ...change } });
  const said = words().settings;
  return (
    <>
      <fieldset className="setting">
        <legend>{said.contrastAndMotion}</legend>
        <Choice
          label={said.contrast}
          choices={CONTRASTS}
          names={words().view.contrasts}
          chosen={view.contrast}
          onChoose={(contrast) => choose({ contrast })}
        />
        <Choice
          label={said.motion}
          choices={MOTIONS}
          names={words().view.motions}
          chosen={view.motion}
          onChoose={(motion) => choose({ motion })}
        />
      </fieldset>
      <fieldset className="setting">
        <legend>{said.page}</legend>
        <FigureChoice
          label={said.textSize}
          steps={ZOOM_STEPS}
          chosen={view.zoom}
          say={(percent) => said.percent({ percent })}
          onChoose={(zoom) => choose({ zoom })}
        />
        <Choice
          label={said.measure}
          choices={MEASURES}
          names={words().view.measures}
          chosen={view.measure}
          onChoose={(measure) => choose({ measure })}
        />
        {view.measure === "characters" ? (
          <FigureField
            label={said.pageCharacters}
            stored={view.measureCharacters}
            limits={MEASURE_CHARACTERS}
            onKeep={(measureCharacters) => choose({ measureCharacters })}
          />
        ) : null}
        <Choice
          label={said.typeface}
          choices={PAGE_FACES}
          names={words().view.faces}
          chosen={view.face}
          onChoose={(face) => choose({ face })}
        />
        <FigureChoice
          label={said.lineSpacing}
          steps={LINE_SPACINGS}
          chosen={view.lineSpacing}
          say={(percent) => said.lineSpacingFactor({ percent })}
          onChoose={(lineSpacing) => choose({ lineSpacing })}
        />
        <label>
          <input
            type="checkbox"
            checked={view.looseLetters}
            onChange={(event) => choose({ looseLetters: event.target.checked })}
          />
          {said.looseLetters}
        </label>
        <label>
          <input
            type="checkbox"
            checked={view.typewriter}
            onChange={(event) => choose({ typewriter: event.target.checked })}
          />
          {said.typewriter}
        </label>
      </fieldset>
      <fieldset className="setting">
        <legend>{said.estimates}</legend>
        <FigureField
          label={said.columnCharacters}
          stored={lengthFigures.charactersPerLine}
          limits={CHARACTERS_PER_LINE}
          onKeep={(charactersPerLine) => estimate({ charactersPerLine })}
        />
        <FigureField
          label={said.wordsPerMinute}
          stored={lengthFigures.wordsPerMinute}
          limits={WORDS_PER_MINUTE}
          onKeep={(wordsPerMinute) => estimate({ wordsPerMinute })}
        />
      </fieldset>
    </>
  );
}
