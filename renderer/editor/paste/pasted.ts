import type { Block } from "#shared/document/index.ts";
import type { LeftOut } from "./left-out.ts";
import type { SourceProgram } from "./source-program.ts";

/**
 * How something is pasted: `house` makes the desk's blocks of it and mends what its program did to
 * it; `text` takes the words alone; `lines` makes a block of every line of the source.
 */
export type PasteWay = "house" | "text" | "lines";

/** What lies on the clipboard, or is dropped, taken out of the browser's hands; empty where there is none. */
export interface Incoming {
  /** Blocks in Stet's own format, as JSON. */
  readonly own: string;
  readonly html: string;
  readonly text: string;
}

/** What was pasted, and what is to be told of it. */
export interface Pasted {
  readonly blocks: readonly Block[];
  readonly program: SourceProgram | null;
  readonly leftOut: LeftOut;
  /** Ends of lines that were joined, and hyphens that went with them. */
  readonly joined: number;
  readonly hyphens: number;
}
