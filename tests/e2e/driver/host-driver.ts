import type { Page } from "@playwright/test";

/** How a host is ended, and what befalls its files before it starts again. */
export interface Restart {
  readonly crash?: boolean;
  readonly whileAway?: () => void;
}

/** What the specs ask of a host, whichever it is. */
export interface HostDriver {
  /** Opens a window as a person would, on whatever the home remembers. */
  readonly openWindow: () => Promise<Page>;
  /** Closes a window as a person would: the page may still save its last words. */
  readonly closeWindow: (page: Page) => Promise<void>;
  /** Ends the host, by order or by a crash, and starts it again on the same home. Its windows are gone. */
  readonly restart: (how?: Restart) => Promise<void>;
  /**
   * Kills the host and leaves its windows open; call what it gives to start it again for them. Only
   * for a host that is another program than its windows: the desktop app is not.
   */
  readonly killUnderWindows: () => Promise<() => Promise<void>>;
  /** Starts Stet a second time on the same home while it runs; gives what that one printed before it ended. */
  readonly startAgain: () => Promise<string>;
  readonly end: () => Promise<void>;
}
