const TOUCHES = ["keydown", "pointerdown", "wheel"] as const;

/** Resolves when nobody has pressed a key or a button for so long, or when it is called off. */
export function untilQuiet(quietMs: number, calledOff: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const done = (): void => {
      clearTimeout(timer);
      calledOff.removeEventListener("abort", done);
      for (const touch of TOUCHES) window.removeEventListener(touch, wait, true);
      resolve();
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(done, quietMs);
    };
    for (const touch of TOUCHES) window.addEventListener(touch, wait, { capture: true, passive: true });
    calledOff.addEventListener("abort", done);
    wait();
  });
}
