import type { LexicalEditor } from "lexical";
import { lateCode } from "#renderer/app/late-part.ts";

/** What the margin works with. */
export interface MarginParts {
  readonly editor: LexicalEditor;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  /** Who is at the desk: one's own changes are told when they are pointed at, not while they are typed. */
  readonly me: () => string;
  /** The keys that a command has now, as people read them; null where it has none. */
  readonly keysOf: (command: string) => string | null;
}

const code = lateCode(async () => (await import("./margin-line.ts")).marginLine);

/**
 * Tells in the margin who changed or noted something, when and what: of what the caret is in, once
 * it rests, and of what is pointed at. Nothing of it runs in the first second, or for a key.
 */
export function whoWhenWhat(parts: MarginParts): { readonly rest: () => void; readonly stop: () => void } {
  let line: ReturnType<NonNullable<ReturnType<typeof code.now>>> | null = null;
  let isOver = false;
  const start = async (): Promise<void> => {
    const make = await code.ready();
    if (!isOver) line = make(parts);
  };
  const timer = setTimeout(() => void start(), 1_000);
  return {
    rest: () => line?.rest(),
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      line?.stop();
    },
  };
}
