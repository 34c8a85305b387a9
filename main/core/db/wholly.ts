import type { Database } from "better-sqlite3";
import type { Failure } from "#shared/contract/failures.ts";
import { failed, type Result } from "#shared/rpc/result.ts";

class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * Makes a change of several steps whole: it is committed where it gives a value, and taken back to
 * the last row where it gives a failure or throws. Inside another transaction it becomes part of that.
 */
export function wholly<Args extends readonly unknown[], Value>(
  sql: Database,
  change: (...args: Args) => Result<Value, Failure>,
): (...args: Args) => Result<Value, Failure> {
  const run = sql.transaction((work: () => Result<Value, Failure>) => {
    const result = work();
    if (!result.ok) throw new Refusal(result.error);
    return result;
  });
  return (...args) => {
    try {
      return run.immediate(() => change(...args));
    } catch (error) {
      if (error instanceof Refusal) return failed(error.failure);
      throw error;
    }
  };
}
