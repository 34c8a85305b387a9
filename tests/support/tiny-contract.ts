import { z } from "zod";
import { ok, serve, type CallFailure, type Handlers, type Result, type Server } from "#shared/rpc/index.ts";

/** A contract just large enough to try every way in which a call can go. */
export const tinyContract = {
  press: {
    methods: {
      shout: { params: z.strictObject({ text: z.string() }), result: z.strictObject({ loud: z.string() }) },
      reverse: { params: z.instanceof(Uint8Array), result: z.instanceof(Uint8Array) },
      print: {
        params: z.strictObject({ copies: z.number().int().positive() }),
        result: z.number(),
        progress: z.strictObject({ printed: z.number() }),
      },
      whoAsks: { params: z.null(), result: z.string() },
      refuse: { params: z.null(), result: z.null() },
      lie: { params: z.null(), result: z.number() },
      fall: { params: z.null(), result: z.null() },
      waitForEver: { params: z.null(), result: z.null() },
    },
    events: { stopped: z.strictObject({ why: z.string() }) },
  },
};
export type TinyContract = typeof tinyContract;
export type TinyCode = "no-paper";

/** What happened at the serving end, for a test to look at. */
export interface PressLog {
  /** Why a call that waits for ever was let go: its signal was aborted. */
  aborted: number;
  readonly defects: string[];
}

/** The serving end of the tiny contract. */
export function tinyServer(): { readonly server: Server<TinyContract>; readonly log: PressLog } {
  const log: PressLog = { aborted: 0, defects: [] };
  const handlers: Handlers<TinyContract, TinyCode> = {
    press: {
      shout: ({ text }) => ok({ loud: text.toUpperCase() }),
      reverse: (bytes) => ok(bytes.toReversed()),
      print: ({ copies }, { progress }) => {
        for (let printed = 1; printed <= copies; printed += 1) progress({ printed });
        return ok(copies);
      },
      whoAsks: (_, { caller }) => ok(caller),
      refuse: (): Result<null, CallFailure<TinyCode>> => ({
        ok: false,
        error: { code: "no-paper", message: "Tray 2 is empty.", about: "tray 2" },
      }),
      lie: () => ok("seven" as unknown as number),
      fall: () => {
        throw new Error("a gear is missing");
      },
      waitForEver: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            log.aborted += 1;
            reject(new Error("stopped"));
          });
        }),
    },
  };
  return { log, server: serve(tinyContract, handlers, { onDefect: (where) => log.defects.push(where) }) };
}
