import { Field } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { counted } from "#renderer/app/length.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { useDraft } from "#renderer/desk/use-draft.ts";
import type { Settings } from "#shared/contract/index.ts";
import { RatesSetting } from "./rates-setting.tsx";
import { SnippetSetting } from "./snippet-setting.tsx";
import { TypographySetting } from "./typography-setting.tsx";
import { ViewSetting } from "./view-setting.tsx";
import "./settings.css";

const THEMES: readonly { readonly theme: Settings["theme"]; readonly name: string }[] = [
  { theme: "system", name: "As the system" },
  { theme: "light", name: "Light" },
  { theme: "dark", name: "Dark" },
];

function UserName(): ReactNode {
  const { settings } = useWorkbench();
  const { userName } = useObservable(settings.settings);
  const draft = useDraft(userName, async (text) => {
    await settings.change({ userName: text.trim() });
    return null;
  });
  return (
    <Field.Root className="setting">
      <Field.Label>Your name</Field.Label>
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
      <Field.Description>Stands on your changes and in exports.</Field.Description>
    </Field.Root>
  );
}

function Newsroom(): ReactNode {
  const { host, commands } = useWorkbench();
  const { newsroom, version } = useObservable(host);
  if (newsroom === null) return null;
  const sample = newsroom.kind === "sample";
  return (
    <section className="setting">
      <h2>Newsroom</h2>
      <p>
        {sample ? "The sample newsroom" : "Your newsroom"}, {counted(newsroom.stories, "story", "stories")}{" "}
        when it was opened
      </p>
      <p className="setting-path">{newsroom.folder}</p>
      <button
        type="button"
        className="button"
        onClick={() => commands.run(sample ? "newsroom.own" : "newsroom.sample")}
      >
        {sample ? "Open your newsroom" : "Open the sample newsroom"}
      </button>
      <p className="setting-note">Stet {version}</p>
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
        <legend>Theme</legend>
        {THEMES.map((one) => (
          <label key={one.theme}>
            <input
              type="radio"
              name="theme"
              checked={theme === one.theme}
              onChange={() => void settings.change({ theme: one.theme })}
            />
            {one.name}
          </label>
        ))}
      </fieldset>
      <ViewSetting />
      <TypographySetting />
      <SnippetSetting />
      <RatesSetting />
      <UserName />
      <Newsroom />
    </div>
  );
}
