import type { LexicalEditor } from "lexical";
import type { Command, CommandBook } from "#renderer/app/commands.ts";
import { lateCode } from "#renderer/app/late-part.ts";
import type { Observable } from "#renderer/app/observable.ts";
import type { Settings } from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { Snippet, SnippetFacts } from "#shared/style/snippets/index.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import type { SnippetWriter } from "./insert-snippet.ts";

const writing = lateCode(async () => await import("./insert-snippet.ts"));

interface SnippetParts {
  readonly editor: LexicalEditor;
  readonly board: NoticeBoard;
  readonly settings: Observable<Pick<Settings, "snippets">>;
  readonly facts: () => SnippetFacts;
}

/** The boilerplate of the newsroom, for one story on the page. */
export interface SnippetDesk {
  readonly command: Command;
  /** Keeps a command for each snippet in the book, as the settings have them. Call what it returns to take them out. */
  readonly follow: (book: CommandBook) => () => void;
}

/** Puts boilerplate into a story: by its code, or from the list of all commands. */
export function snippetDesk({ editor, board, settings, facts }: SnippetParts): SnippetDesk {
  let writer: SnippetWriter | null = null;
  const ready = async (): Promise<SnippetWriter> => {
    const { snippetWriter } = writing.now() ?? (await writing.ready());
    return (writer ??= snippetWriter(editor, facts));
  };
  const expand = async (): Promise<void> => {
    const isDone = (await ready()).expand(settings.get().snippets);
    if (!isDone) board.put("quiet", words().editor.snippets.noCode);
  };
  const insert = async (snippet: Snippet): Promise<void> => (await ready()).insert(snippet);

  return {
    command: {
      id: "snippet.expand",
      title: ({ editor: said }) => said.snippets.expand,
      group: "Edit",
      keys: "Mod+;",
      run: () => void expand(),
    },
    follow: (book) => {
      let known: readonly Snippet[] = [];
      let withdraw: (() => void) | null = null;
      const register = (): void => {
        const { snippets } = settings.get();
        if (withdraw !== null && JSON.stringify(snippets) === JSON.stringify(known)) return;
        withdraw?.();
        known = snippets;
        withdraw = book.register(
          snippets.map((snippet) => ({
            id: `snippet.${snippet.code}`,
            title: ({ editor: said }) => said.snippets.insert({ name: snippet.name }),
            group: "Edit",
            keys: null,
            enabled: () => editor.isEditable(),
            run: () => void insert(snippet),
          })),
        );
      };
      register();
      const stop = settings.subscribe(register);
      return () => {
        stop();
        withdraw?.();
        writer?.stop();
      };
    },
  };
}
