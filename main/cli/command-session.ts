import { resolve } from "node:path";
import type { Desk, Failure } from "#shared/contract/index.ts";
import { EXIT, type ExitCode, type Terminal } from "./terminal.ts";

/** What every command of the command line works with. */
export interface CommandSession {
  readonly desk: Desk;
  readonly terminal: Terminal;
  /** True where the answer goes to a program. */
  readonly json: boolean;
}

/** One command, once its words are understood. */
export type RunCommand = (session: CommandSession) => Promise<ExitCode>;

/** A command that works without a newsroom. */
export type RunAlone = (session: Omit<CommandSession, "desk">) => Promise<ExitCode>;

/** The absolute form of a path as it was typed. */
export function typedPath(terminal: Terminal, path: string): string {
  return resolve(terminal.folder, path);
}

/** Prints a value for a program. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.print(JSON.stringify(value, null, 2));
}

/** A sentence on one line, whatever it is made of. */
export function oneLine(sentence: string): string {
  return sentence.replace(/\s*\n\s*/g, " ").trim();
}

/** A failure as one line that always names what it is about. */
export function inOneLine({ message, about }: Failure): string {
  const names = about === undefined || message.includes(about);
  return oneLine(names ? message : `${about}: ${message}`);
}

/** Says why a command did not do what it was asked, and gives the code that it ends with. */
export function refused(terminal: Terminal, why: Failure): ExitCode {
  terminal.complain(inOneLine(why));
  return EXIT.failed;
}
