import type { Observable } from "#renderer/app/observable.ts";

/** The value of whichever observable is chosen now; changes with it, and with the choice. */
export function switched<Key, Value>(
  choice: Observable<Key>,
  sources: readonly Observable<Value>[],
  sourceOf: (key: Key) => Observable<Value>,
): Observable<Value> {
  return {
    get: () => sourceOf(choice.get()).get(),
    subscribe: (listener) => {
      const stops = [choice.subscribe(listener), ...sources.map((source) => source.subscribe(listener))];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
