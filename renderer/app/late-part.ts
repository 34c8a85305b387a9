import { lazy, type ComponentType, type LazyExoticComponent } from "react";

const TRY_AGAIN_MS = 1_000;
const loaders: (() => Promise<unknown>)[] = [];

/**
 * A part of the window that is fetched from the host when it is needed, or when there is time. A host
 * that does not answer is asked again until it does: meanwhile the part is waited for, and what stands
 * on the page is not touched.
 */
export function latePart<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  loaders.push(load);
  return lazy(async () => ({ default: await untilAnswered(load) }));
}

async function untilAnswered<Value>(load: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

/** Code without a place on the page that is fetched when there is time, and from then on used at once. */
export interface LateCode<Value> {
  /** Null until it has been fetched. */
  readonly now: () => Value | null;
  /** Fetches it where that is still to be done; a host that does not answer is asked until it does. */
  readonly ready: () => Promise<Value>;
}

/** Code that a window can start without. */
export function lateCode<Value>(load: () => Promise<Value>): LateCode<Value> {
  let code: Value | null = null;
  const fetched = async (): Promise<Value> => (code = await load());
  loaders.push(fetched);
  return { now: () => code, ready: () => untilAnswered(fetched) };
}

/** Fetches every late part there is, so that a host that dies later takes none of them along. */
export async function fetchLateParts(): Promise<void> {
  for (const load of loaders) await load().catch(() => undefined);
}
