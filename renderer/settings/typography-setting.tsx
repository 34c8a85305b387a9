import { useId, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import {
  TYPOGRAPHY_LOCALES,
  TYPOGRAPHY_RULES,
  type TypographyRule,
} from "#shared/style/typography/choices.ts";

/** Rules that only clean what is written: at a single key there is nothing for them to do. */
const CLEANING_ONLY: readonly TypographyRule[] = ["doubleSpaces", "spaceBeforePunctuation"];

/** Whose typography the copy follows, which of its rules, and whether they apply while it is typed. */
export function TypographySetting(): ReactNode {
  const { settings } = useWorkbench();
  const { typographyAsYouType, typographyLocale, typographyOff, showInvisibles } = useObservable(
    settings.settings,
  );
  const locale = useId();
  const set = (rule: TypographyRule, isOn: boolean): void => {
    const others = typographyOff.filter((one) => one !== rule);
    void settings.change({ typographyOff: isOn ? others : [...others, rule] });
  };
  const ruleBox = (rule: TypographyRule): ReactNode => (
    <label key={rule}>
      <input
        type="checkbox"
        checked={!typographyOff.includes(rule)}
        onChange={(event) => set(rule, event.target.checked)}
      />
      {words().typography.rules[rule].does}
    </label>
  );
  const said = words().settings.typography;
  return (
    <>
      <fieldset className="setting">
        <legend>{said.title}</legend>
        <label htmlFor={locale} className="setting-choice">
          {said.locale}
          <select
            id={locale}
            value={typographyLocale}
            onChange={(event) => {
              const chosen = TYPOGRAPHY_LOCALES.find((one) => one === event.target.value);
              if (chosen) void settings.change({ typographyLocale: chosen });
            }}
          >
            {TYPOGRAPHY_LOCALES.map((one) => (
              <option key={one} value={one}>
                {words().typography.locales[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={typographyAsYouType}
            onChange={(event) => void settings.change({ typographyAsYouType: event.target.checked })}
          />
          {said.asYouType}
        </label>
        <label>
          <input
            type="checkbox"
            checked={showInvisibles}
            onChange={(event) => void settings.change({ showInvisibles: event.target.checked })}
          />
          {said.invisibles}
        </label>
      </fieldset>
      <fieldset className="setting">
        <legend>{said.both}</legend>
        {TYPOGRAPHY_RULES.filter((rule) => !CLEANING_ONLY.includes(rule)).map(ruleBox)}
      </fieldset>
      <fieldset className="setting">
        <legend>{said.cleaning}</legend>
        {CLEANING_ONLY.map(ruleBox)}
      </fieldset>
    </>
  );
}
