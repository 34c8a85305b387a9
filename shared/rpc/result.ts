import type { Sayable } from "./contract-types.ts";

/** A value, or the reason why there is none. Services never throw across the contract: they return this. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function failed<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/** Of a failure, only its sentence. */
export function sayable({ message, said }: Sayable): Sayable {
  return said ? { message, said } : { message };
}
