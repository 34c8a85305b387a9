/** Who types presses a key at least this often; longer, and it is a pause. */
const TYPING_MS = 300;

/** What a key itself sets off is asked for within this time, before the frame with its letter. */
const WITH_KEY_MS = 12;

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

/** The letter is in the next frame; once that one has begun, nobody waits for it. */
function goBehindFrame(): void {
  requestAnimationFrame(() => setTimeout(go));
}

function onKey(): void {
  pressedMs = performance.now();
  if (waiting.length > 0) goBehindFrame();
}

/**
 * Resolves when what is drawn beside the text takes no time from a letter: at once where nobody types,
 * else when the next letter is on screen (the very letter, for what its own key sets off), and at the
 * latest 300 ms after the last key. A frame that is drawn just before a key makes its letter wait for
 * the frame after.
 */
export function behindLetters(): Promise<void> {
  if (!isListening) window.addEventListener("keydown", onKey, { capture: true, passive: true });
  isListening = true;
  const sinceMs = performance.now() - pressedMs;
  if (sinceMs >= TYPING_MS) return Promise.resolve();
  return new Promise((resolve) => {
    if (waiting.length === 0 && sinceMs < WITH_KEY_MS) goBehindFrame();
    waiting.push(resolve);
    timer ??= setTimeout(go, TYPING_MS - sinceMs);
  });
}
