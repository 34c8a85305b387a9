import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const under = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the one bundle that every host shows. Its pages run under `default-src 'none'` with
 * Trusted Types, so nothing may be inlined: no script, no style, no data: font or picture.
 */
export default defineConfig({
  root: under("renderer"),
  base: "./",
  plugins: [react()],
  build: {
    outDir: under("dist/renderer"),
    emptyOutDir: true,
    target: "chrome144",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What a start needs comes in one file: it is read from this machine, and each further request costs more than it saves.
    // The order of that file is the order of its imports: renderer/app/strict-page.ts must come before every schema.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } } },
    chunkSizeWarningLimit: 1_200,
  },
});
