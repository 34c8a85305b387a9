import type { Rectangle } from "electron";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** Where a window stands, in density-independent pixels of the desktop, and whether it fills its screen. */
export interface WindowBounds extends Rectangle {
  readonly maximized: boolean;
}

const boundsSchema: z.ZodType<WindowBounds> = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(640),
  height: z.number().int().min(480),
  maximized: z.boolean(),
});

/** How much of a window must lie on a screen for a person to be able to take hold of it. */
const GRIP_PX = 80;

function onScreen(bounds: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some(
    (screen) =>
      bounds.x + bounds.width - GRIP_PX >= screen.x &&
      bounds.x + GRIP_PX <= screen.x + screen.width &&
      bounds.y >= screen.y &&
      bounds.y + GRIP_PX <= screen.y + screen.height,
  );
}

/** The bounds remembered in a file; null where there are none, or where they lie on a screen that is gone. */
export function recallBounds(file: string, screens: readonly Rectangle[]): WindowBounds | null {
  try {
    const bounds = boundsSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return bounds.success && onScreen(bounds.data, screens) ? bounds.data : null;
  } catch {
    return null;
  }
}

/** Remembers bounds in a file. A failure is of no consequence: the next window opens in the usual place. */
export function rememberBounds(file: string, bounds: WindowBounds): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(bounds));
    renameSync(`${file}.new`, file);
  } catch {
    return;
  }
}
