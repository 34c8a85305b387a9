import { Field } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { useDraft } from "#renderer/desk/use-draft.ts";
import { LanguageSetting } from "#renderer/language/language-setting.tsx";
import type { Settings } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import { KitSetting } from "./kit-setting.tsx";
import { RatesSetting } from "./rates-setting.tsx";
import { SnippetSetting } from "./snippet-setting.tsx";
import { TypographySetting } from "./typography-setting.tsx";
import { ViewSetting } from "./view-setting.tsx";
import "./settings.css";

const THEMES = ["system", "light", "dark"] as const satisfies readonly Settings["theme"][];

function UserName(): ReactNode {
  const { settings } = useWorkbench();
  const { userName } = useObservable(settings.settings);
  const draft = useDraft(userName, async (text) => {
    await settings.change({ userName: text.trim() });
    return null;
  });
  return (
    <Field.Root className="setting">
      <Field.Label>{words().settings.yourName}</Field.Label>
      <Field.Control
        value={draft.shown}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => draft.write(event.target.value)}
        onBlur={draft.keep}
        onKeyDown={(event) => {
          if (event.key === "Enter") draft.keep();
        }}
      />
      <Field.Description>{words().settings.yourNameMeans}</Field.Description>
    </Field.Root>
  );
}

function Newsroom(): ReactNode {
  const { host, commands } = useWorkbench();
  const { newsroom, version } = useObservable(host);
  if (newsroom === null) return null;
  const sample = newsroom.kind === "sample";
  const { newsroom: said } = words().settings;
  return (
    <section className="setting">
      <h2>{said.title}</h2>
      <p>{(sample ? said.sample : said.own)({ stories: newsroom.stories })}</p>
      <p className="setting-path">{newsroom.folder}</p>
      <button
        type="button"
        className="button"
        onClick={() => commands.run(sample ? "newsroom.own" : "newsroom.sample")}
      >
        {sample ? said.openOwn : said.openSample}
      </button>
      <p className="setting-note">{said.version({ version })}</p>
    </section>
  );
}

/** Theme, typography, name, and which newsroom this is. */
export function SettingsPanel(): ReactNode {
  const { settings } = useWorkbench();
  const { theme } = useObservable(settings.settings);
  return (
    <div className="settings">
      <fieldset className="setting">
        <legend>{words().settings.theme}</legend>
        {THEMES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              checked={theme === one}
              onChange={() => void settings.change({ theme: one })}
            />
            {words().settings.themes[one]}
          </label>
        ))}
      </fieldset>
      <LanguageSetting />
      <ViewSetting />
      <TypographySetting />
      <SnippetSetting />
      <KitSetting />
      <RatesSetting />
      <UserName />
      <Newsroom />
    </div>
  );
}
