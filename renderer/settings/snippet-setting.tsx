import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { words } from "#shared/language/index.ts";
import { type Snippet } from "#shared/style/snippets/index.ts";

const EMPTY: Snippet = { code: "", name: "", text: "" };

/** Why a text cannot be kept like this; null where it can. */
function troubleOf({ code, name, text }: Snippet, others: readonly Snippet[]): string | null {
  const said = words().settings.boilerplate;
  if (code === "" || /\s/u.test(code)) return said.badCode;
  const holder = others.find((other) => other.code === code);
  if (holder) return said.codeTaken({ code, name: holder.name });
  if (name.trim() === "") return said.noName;
  return text.trim() === "" ? said.noText : null;
}

interface SnippetFormProps {
  readonly snippet: Snippet;
  readonly others: readonly Snippet[];
  readonly onKeep: (snippet: Snippet) => void;
  readonly onLeave: () => void;
}

function SnippetForm({ snippet, others, onKeep, onLeave }: SnippetFormProps): ReactNode {
  const [draft, setDraft] = useState(snippet);
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  // The form was asked for: it is where the person goes on.
  useEffect(() => first.current?.focus(), []);
  const said = words().settings.boilerplate;
  return (
    <form
      className="snippet-form"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = troubleOf(draft, others);
        setTrouble(wrong);
        if (wrong === null) onKeep({ ...draft, name: draft.name.trim(), text: draft.text.trim() });
      }}
    >
      <label htmlFor={`${id}-name`}>{said.name}</label>
      <input
        id={`${id}-name`}
        ref={first}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <label htmlFor={`${id}-code`}>{said.code}</label>
      <input
        id={`${id}-code`}
        value={draft.code}
        maxLength={20}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft({ ...draft, code: event.target.value })}
      />
      <label htmlFor={`${id}-text`}>{said.text}</label>
      <textarea
        id={`${id}-text`}
        value={draft.text}
        maxLength={2000}
        rows={4}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
      {trouble === null ? null : (
        <p className="snippet-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="snippet-buttons">
        <button type="submit" className="button">
          {said.keep}
        </button>
        <button type="button" className="quiet-button" onClick={onLeave}>
          {said.cancel}
        </button>
      </div>
    </form>
  );
}

/** The boilerplate texts of the newsroom: to add, change and delete. */
export function SnippetSetting(): ReactNode {
  const { settings } = useWorkbench();
  const { snippets } = useObservable(settings.settings);
  const [edited, setEdited] = useState<string | null>(null);
  const keep = (next: readonly Snippet[]): void => {
    void settings.change({ snippets: next });
    setEdited(null);
  };
  const said = words().settings.boilerplate;
  return (
    <section className="setting">
      <h2>{said.title}</h2>
      <ul className="snippets">
        {snippets.map((snippet) => {
          const others = snippets.filter((other) => other !== snippet);
          return (
            <li key={snippet.code}>
              {edited === snippet.code ? (
                <SnippetForm
                  snippet={snippet}
                  others={others}
                  onLeave={() => setEdited(null)}
                  onKeep={(changed) => keep(snippets.map((one) => (one === snippet ? changed : one)))}
                />
              ) : (
                <>
                  <code>{snippet.code}</code>
                  <span>{snippet.name}</span>
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={said.changeThis({ name: snippet.name })}
                    onClick={() => setEdited(snippet.code)}
                  >
                    {said.change}
                  </button>
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={said.deleteThis({ name: snippet.name })}
                    onClick={() => keep(others)}
                  >
                    {said.delete}
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {edited === "" ? (
        <SnippetForm
          snippet={EMPTY}
          others={snippets}
          onLeave={() => setEdited(null)}
          onKeep={(made) => keep([...snippets, made])}
        />
      ) : (
        <button type="button" className="button" onClick={() => setEdited("")}>
          {said.add}
        </button>
      )}
      <p className="setting-note">
        {said.means({ known: "{slug}, {headline}, {date}, {author}", cursor: "{cursor}" })}
      </p>
    </section>
  );
}
