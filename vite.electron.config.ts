import { builtinModules } from "node:module";
import { defineConfig } from "vite";

/** What stays outside of the bundle: Electron, Node, and packages with native code or files of their own. */
const EXTERNAL = [/^electron$/, /^node:/, ...builtinModules, "better-sqlite3", "sharp", "exiftool-vendored"];

/**
 * Builds the desktop app's own files into dist/electron: `main.js`, `core-process.js` and `database-thread.js` as ES
 * modules and, with `--mode preload`, `preload.cjs`, because a sandboxed preload must be one CommonJS file.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === "preload";
  return {
    // The sample newsroom looks for its pictures beside the bundle: see main/core/sample/fill-sample.ts.
    publicDir: preload ? false : "main/core/sample/photos",
    build: {
      outDir: "dist/electron",
      emptyOutDir: !preload,
      target: "node24",
      minify: false,
      sourcemap: true,
      lib: {
        entry: preload
          ? { preload: "main/electron/preload.ts" }
          : {
              main: "main/electron/main.ts",
              "core-process": "main/electron/core-process.ts",
              // The core starts it as a thread from the folder it lies in: see main/core/backup/database-job.ts.
              "database-thread": "main/core/backup/database-thread.ts",
            },
        formats: [preload ? "cjs" : "es"],
        fileName: (_format, name) => (preload ? `${name}.cjs` : `${name}.js`),
      },
      rolldownOptions: { external: EXTERNAL, platform: "node" },
    },
  };
});
