import { parseArgs } from "node:util";
import { failed, ok, type Result } from "#shared/rpc/index.ts";

/** How `npm start` was asked to start. */
export interface StartFlags {
  readonly home: string | undefined;
  readonly newsroom: string | undefined;
  readonly port: number;
  readonly window: boolean;
  /** Undefined takes the desktop app where it can, else the browser. */
  readonly host: "electron" | "browser" | undefined;
  readonly help: boolean;
}

export const START_HELP = `Opens Stet: the desktop app where Electron's runtime is or can be installed,
otherwise a window of an installed Chromium, Chrome or Edge.

Usage: npm start -- [OPTION…]

  --newsroom DIR   opens this newsroom, made where there is none
  --home DIR       keeps the newsroom and Stet's own memory here (or set STET_HOME)
  --host HOST      electron or browser, and no other
  --no-window      opens no window and prints the address for a browser
  --port NUMBER    the port of that address; the same as last time where not given
  --help           prints this`;

/** Reads the flags; a sentence where one is wrong. */
export function readStartFlags(words: readonly string[]): Result<StartFlags, string> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        home: { type: "string" },
        newsroom: { type: "string" },
        port: { type: "string", default: "0" },
        window: { type: "boolean", default: true },
        host: { type: "string" },
        help: { type: "boolean", default: false },
      },
      allowNegative: true,
    });
    const { host, port } = values;
    if (host !== undefined && host !== "electron" && host !== "browser")
      return failed(`There is no host "${host}": say electron or browser.`);
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      return failed(`"${port}" is no port: say a number up to 65535, or nothing for any that is free.`);
    return ok({
      home: values.home,
      newsroom: values.newsroom,
      port: Number(port),
      window: values.window,
      host,
      help: values.help,
    });
  } catch (cause) {
    return failed(cause instanceof Error ? cause.message : "The options could not be read.");
  }
}
