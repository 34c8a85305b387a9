/** What the command line is given of the machine. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  /** One line on the error stream. */
  readonly complain: (line: string) => void;
  /** Replaces the line that says how far a long command is; null where nobody would see it. */
  readonly progress: ((line: string) => void) | null;
  /** Aborted when the person gives up (Control-C). */
  readonly signal: AbortSignal;
}

/** How a command ended, as programs are told it. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
