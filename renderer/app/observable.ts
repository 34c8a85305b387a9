/** A value that changes over time, in the shape that React's `useSyncExternalStore` takes. */
export interface Observable<Value> {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface MutableObservable<Value> extends Observable<Value> {
  /** Tells the listeners only where the value is another one (by `Object.is`). */
  readonly set: (value: Value) => void;
}

/** Holds a value and tells whoever listens when it is replaced. */
export function observable<Value>(initial: Value): MutableObservable<Value> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(current, value)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
