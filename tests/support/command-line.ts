import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runStet } from "#main/cli/run-stet.ts";
import type { ExitCode } from "#main/cli/terminal.ts";
import { openDesk } from "#main/core/desk.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { StoryFactsChange } from "#shared/newsroom/index.ts";

/** What a command left behind. */
export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly complaints: readonly string[];
}

/** A folder with a newsroom in it, and somebody at a shell who stands in that folder. */
export interface Shell {
  readonly folder: string;
  /** Runs `stet` with these words on the newsroom of the folder. */
  readonly stet: (...words: readonly string[]) => Promise<Ran>;
  /** The same, giving up when the signal is aborted. */
  readonly stetUntil: (signal: AbortSignal, ...words: readonly string[]) => Promise<Ran>;
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Makes a story without the command line; gives its id. */
  readonly story: (facts: StoryFactsChange, document: StoryDocument) => Promise<string>;
  readonly end: () => void;
}

export function openShell(): Shell {
  const folder = mkdtempSync(path.join(tmpdir(), "stet-shell-"));
  const newsroom = path.join(folder, "newsroom");

  const stetUntil = async (signal: AbortSignal, ...words: readonly string[]): Promise<Ran> => {
    const out: string[] = [];
    const complaints: string[] = [];
    const exitCode = await runStet(words, {
      folder,
      env: { STET_HOME: folder },
      print: (text) => out.push(text),
      complain: (line) => complaints.push(line),
      progress: null,
      signal,
    });
    return { exitCode, out: out.join("\n"), complaints };
  };

  return {
    folder,
    stetUntil,
    stet: (...words) => stetUntil(new AbortController().signal, ...words),
    write: (name, content) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    story: async (facts, document) => {
      const host = await openDesk({
        home: folder,
        newsroom,
        openAtOnce: "own",
        abilities: { host: "test", version: "0.0.0" },
      });
      const made = await host.desk.stories.create({ facts, document });
      await host.close();
      if (!made.ok) throw new Error(made.error.message);
      return made.value.summary.id;
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
