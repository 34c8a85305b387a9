import { defineConfig } from "@playwright/test";
import { ROOT } from "./main/checkout.ts";
import { electronRuntime } from "./main/launch/electron-runtime.ts";
import type { HostName } from "./tests/e2e/driver/stet.ts";
import { browserLaunch } from "./tests/support/browser-launch.ts";

/** The same specs on every host that this machine can run. */
export default defineConfig<object, { readonly hostName: HostName }>({
  testDir: "tests/e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: "CI" in process.env,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    screenshot: "only-on-failure",
    launchOptions: browserLaunch(),
  },
  projects: [
    { name: "browser host", use: { hostName: "browser" } },
    ...(electronRuntime(ROOT) === null
      ? []
      : [{ name: "desktop app", use: { hostName: "electron" } as const }]),
  ],
});
