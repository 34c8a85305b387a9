/** Who types presses a key at least this often; longer, and it is a pause. */
const TYPING_MS = 300;

let pressedMs = -Infinity;
let isListening = false;
let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

function go(): void {
  clearTimeout(timer);
  timer = undefined;
  const now = waiting;
  waiting = [];
  for (const resolve of now) resolve();
}

/** The letter is in the frame that this key asks for; once that one has begun, nobody waits for the next. */
function onKey({ timeStamp }: KeyboardEvent): void {
  pressedMs = timeStamp;
  if (waiting.length > 0) requestAnimationFrame(() => setTimeout(go));
}

/**
 * Resolves when what is drawn beside the text takes no time from a letter: at once where nobody types,
 * else when the next letter is on screen, and at the latest 300 ms after the last key. A frame that is
 * drawn just before a key makes its letter wait for the frame after.
 */
export function behindLetters(): Promise<void> {
  if (!isListening) window.addEventListener("keydown", onKey, { capture: true, passive: true });
  isListening = true;
  const restMs = pressedMs + TYPING_MS - performance.now();
  if (restMs <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.push(resolve);
    timer ??= setTimeout(go, restMs);
  });
}
