import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { type Snippet } from "#shared/style/snippets/index.ts";

const EMPTY: Snippet = { code: "", name: "", text: "" };

/** Why a text cannot be kept like this; null where it can. */
function troubleOf({ code, name, text }: Snippet, others: readonly Snippet[]): string | null {
  if (code === "" || /\s/u.test(code)) return "A code has no spaces, and is not empty.";
  const holder = others.find((other) => other.code === code);
  if (holder) return `“${code}” is the code of “${holder.name}”.`;
  if (name.trim() === "") return "Give the text a name, by which it is found.";
  return text.trim() === "" ? "The text is empty." : null;
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
      <label htmlFor={`${id}-name`}>Name</label>
      <input
        id={`${id}-name`}
        ref={first}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <label htmlFor={`${id}-code`}>Code</label>
      <input
        id={`${id}-code`}
        value={draft.code}
        maxLength={20}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft({ ...draft, code: event.target.value })}
      />
      <label htmlFor={`${id}-text`}>Text</label>
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
          Keep
        </button>
        <button type="button" className="quiet-button" onClick={onLeave}>
          Cancel
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
  return (
    <section className="setting">
      <h2>Boilerplate</h2>
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
                    aria-label={`Change ${snippet.name}`}
                    onClick={() => setEdited(snippet.code)}
                  >
                    Change
                  </button>
                  <button
                    type="button"
                    className="quiet-button"
                    aria-label={`Delete ${snippet.name}`}
                    onClick={() => keep(others)}
                  >
                    Delete
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
          Add a text
        </button>
      )}
      <p className="setting-note">
        Type the code and press the key of “Put boilerplate in place of its code”.{" "}
        {"{slug}, {headline}, {date}, {author}"} are filled in, {"{cursor}"} is where the caret goes, and any
        other {"{words}"} are asked for: Tab goes from one to the next.
      </p>
    </section>
  );
}
