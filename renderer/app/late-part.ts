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
  return lazy(async () => {
    for (;;) {
      try {
        return { default: await load() };
      } catch {
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  });
}

/** Fetches every late part there is, so that a host that dies later takes none of them along. */
export async function fetchLateParts(): Promise<void> {
  for (const load of loaders) await load().catch(() => undefined);
}
