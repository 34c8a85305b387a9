import type { Failure } from "#shared/contract/failures.ts";
import type { SafetyStatus } from "#shared/contract/safety.ts";
import { sayable } from "#shared/rpc/result.ts";

/** What the disk refused last, until it takes a write again. */
export interface DiskTrouble {
  readonly now: () => SafetyStatus["trouble"];
  /** Hears why something could not be done. True where the state is another one now. */
  readonly note: (failure: Failure) => boolean;
  /** Hears that something was done. True where a write went through that ends the trouble. */
  readonly noteDone: () => boolean;
}

type Code = NonNullable<SafetyStatus["trouble"]>["code"];
const CODES: readonly Code[] = ["disk-full", "not-writable", "damaged", "newsroom-in-use"];

/** Starts without trouble. `changes` counts every row written so far; damage does not end by itself. */
export function diskTrouble(changes: () => number): DiskTrouble {
  let trouble: SafetyStatus["trouble"] = null;
  let changesThen = 0;
  return {
    now: () => trouble,
    note: ({ code, ...sentence }) => {
      const known = CODES.find((each) => each === code);
      if (known === undefined || trouble?.code === "damaged") return false;
      const isNew = trouble?.code !== known;
      trouble = { code: known, ...sayable(sentence) };
      changesThen = changes();
      return isNew;
    },
    noteDone: () => {
      if (trouble === null || trouble.code === "damaged" || changes() === changesThen) return false;
      trouble = null;
      return true;
    },
  };
}
