import { setTimeout as pause } from "node:timers/promises";
import type { Observable } from "#renderer/app/observable.ts";

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 5;

/** Waits until a value is as it should be, and gives it; throws with what it was instead. */
export async function eventually<Value>(
  source: Observable<Value>,
  isThere: (value: Value) => boolean,
): Promise<Value> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const value = source.get();
    if (isThere(value)) return value;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`This did not come about. The last value was ${JSON.stringify(source.get())}`);
}
