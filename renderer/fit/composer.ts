import { startOwnWorker } from "#renderer/app/own-worker.ts";
import { words } from "#shared/language/index.ts";
import { failed, type Result } from "#shared/rpc/result.ts";
import type { ComposerQuestion, ComposerQuestions } from "./fit-messages.ts";

/** The composer's thread as the window asks it: questions are answered in their order. */
export interface Composer {
  readonly ask: <Name extends ComposerQuestion>(
    name: Name,
    asks: ComposerQuestions[Name]["asks"],
  ) => Promise<Result<ComposerQuestions[Name]["gives"], string>>;
  readonly stop: () => void;
}

/** Stops a composer that is on its way, as soon as it has come; one that never came needs no stopping. */
export function stopComposer(composer: Promise<Composer> | null): void {
  composer?.then(
    ({ stop }) => stop(),
    () => undefined,
  );
}

/** An answer of the worker, which is ours: to each question it gives what `ComposerQuestions` says. */
interface Answered {
  readonly nr: number;
  readonly answer: Result<never, string>;
}

/** HarfBuzz's WASM, fetched from the bundle. */
export async function harfBuzzBytes(): Promise<Uint8Array<ArrayBuffer>> {
  const { default: address } = await import("harfbuzzjs/dist/harfbuzz.wasm?url");
  const answer = await fetch(new URL(address, import.meta.url));
  if (!answer.ok) throw new Error(`HarfBuzz did not come: ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Starts the composer. */
export async function startComposer(): Promise<Composer> {
  const { default: address } = await import("./fit-worker.ts?worker&url");
  const worker = startOwnWorker(address);
  const waiting = new Map<number, (answer: Answered["answer"]) => void>();
  let asked = 0;
  let broken: string | null = null;
  const tellAll = (error: string): void => {
    for (const tell of waiting.values()) tell({ ok: false, error });
    waiting.clear();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.nr)?.(data.answer);
    waiting.delete(data.nr);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    broken = event.message || words().fit.notStarted;
    tellAll(broken);
  });
  return {
    ask: <Name extends ComposerQuestion>(name: Name, asks: ComposerQuestions[Name]["asks"]) => {
      type Gives = ComposerQuestions[Name]["gives"];
      if (broken !== null) return Promise.resolve(failed(broken));
      const nr = (asked += 1);
      return new Promise<Result<Gives, string>>((resolve) => {
        waiting.set(nr, resolve);
        worker.postMessage({ nr, name, asks });
      });
    },
    stop: () => {
      worker.terminate();
      tellAll(words().fit.stopped);
    },
  };
}
