import type { LaunchOptions } from "@playwright/test";
import { needsNoSandbox } from "#main/launch/app-window.ts";
import { browserForTests } from "./browser.ts";

/** How the specs and the benchmarks start a browser: the installed one, and never one of its own network look-ups. */
export function browserLaunch(): LaunchOptions {
  const executablePath = browserForTests();
  return {
    ...(executablePath === null ? {} : { executablePath }),
    args: [...(needsNoSandbox() ? ["--no-sandbox"] : []), "--disable-background-networking"],
  };
}
