import { useEffect, useState, useSyncExternalStore } from "react";
import { behindLetters } from "./behind-letters.ts";
import type { Observable } from "./observable.ts";

const CALM_MS = 120;

/** The value of an observable, kept up to date. */
export function useObservable<Value>(source: Observable<Value>): Value {
  return useSyncExternalStore(source.subscribe, source.get);
}

/**
 * One part of an observable's value: the component is drawn again only where that part is another
 * one (by `Object.is`), so `part` must not make a new object each time.
 */
export function usePart<Value, Part>(source: Observable<Value>, part: (value: Value) => Part): Part {
  return useSyncExternalStore(source.subscribe, () => part(source.get()));
}

/**
 * The value of an observable, at most a few times a second: for what changes with each key and
 * must not take time from the key's own paint. The last value always arrives.
 */
export function useCalmly<Value>(source: Observable<Value>): Value {
  const [shown, setShown] = useState(source.get);
  useEffect(() => {
    let timer: number | undefined;
    let shownMs = -Infinity;
    let isWaiting = false;
    let isOver = false;
    const show = (): void => {
      isWaiting = false;
      shownMs = performance.now();
      if (!isOver) setShown(() => source.get());
    };
    const showBehind = (): void => void behindLetters().then(show);
    const stop = source.subscribe(() => {
      if (isWaiting) return;
      isWaiting = true;
      const restMs = shownMs + CALM_MS - performance.now();
      if (restMs <= 0) showBehind();
      else timer = window.setTimeout(showBehind, restMs);
    });
    show();
    return () => {
      isOver = true;
      stop();
      window.clearTimeout(timer);
    };
  }, [source]);
  return shown;
}
