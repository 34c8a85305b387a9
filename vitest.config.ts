import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/{unit,db,formats,electron}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default"],
  },
});
