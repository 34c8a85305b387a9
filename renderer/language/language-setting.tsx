import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { LANGUAGE_CHOICES, LANGUAGE_NAMES, words, type LanguageChoice } from "#shared/language/index.ts";

function nameOf(choice: LanguageChoice): string {
  return choice === "system" ? words().settings.language.asSystem : LANGUAGE_NAMES[choice];
}

/** Which language the interface speaks: each under its own name, so that nobody is lost in one they cannot read. */
export function LanguageSetting(): ReactNode {
  const { settings } = useWorkbench();
  const { language } = useObservable(settings.settings);
  const { legend, note } = words().settings.language;
  return (
    <fieldset className="setting">
      <legend>{legend}</legend>
      {LANGUAGE_CHOICES.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="language"
            checked={language === choice}
            onChange={() => void settings.change({ language: choice })}
          />
          <span {...(choice === "system" ? {} : { lang: choice })}>{nameOf(choice)}</span>
        </label>
      ))}
      <p className="setting-note">{note}</p>
    </fieldset>
  );
}
