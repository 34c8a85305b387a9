import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const under = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const FIRST_FACES = ["libre-franklin-latin-wght-normal", "source-serif-4-latin-wght-normal"];

/** Asks for the faces of every first screen together with the page: found later, they lay it out a second time. */
function preloadFaces(): Plugin {
  return {
    name: "stet-preload-faces",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => FIRST_FACES.some((face) => file.includes(face)))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `./${file}` },
            injectTo: "head",
          })),
    },
  };
}

/** What sets out to the newsroom: small enough to be read and run while the rest of the window is still on its way. */
const WAY_IN = /\/(?:renderer\/(?:bridge\/|app\/(?:way-in|arrival|observable)\.)|shared\/rpc\/)/;

/** The library that draws. Run out of a file of its own, it makes its errors without the browser reading all else a second time for their places. */
const DRAWING = /\/(?:node_modules\/(?:react|react-dom|scheduler)\/|renderer\/app\/drawing\.)/;

/** What the first screen shows beside the page. */
const BESIDE =
  /\/renderer\/(?:desk\/(?:desk-pane|facts-panel)|app\/rail|editor\/links\/link-field|fit\/fit-part)\./;

/** Runs the way in ahead of the window that waits for it. A module is run once, whoever asks for it. */
function setOutFirst(): Plugin {
  return {
    name: "stet-set-out-first",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle = {} }) =>
        ["way-in", "drawing"]
          .flatMap((name) =>
            Object.keys(bundle).filter((file) => file.startsWith(`assets/${name}-`) && file.endsWith(".js")),
          )
          .map((file) => ({
            tag: "script",
            attrs: { type: "module", crossorigin: true, src: `./${file}` },
            injectTo: "head-prepend",
          })),
    },
  };
}

/**
 * Builds the one bundle that every host shows. Its pages run under `default-src 'none'` with
 * Trusted Types, so nothing may be inlined: no script, no style, no data: font or picture.
 */
export default defineConfig({
  root: under("renderer"),
  base: "./",
  plugins: [react(), preloadFaces(), setOutFirst()],
  // The composer's worker loads the patterns of a language when a kit asks for it.
  worker: { format: "es" },
  build: {
    outDir: under("dist/renderer"),
    emptyOutDir: true,
    target: "chrome144",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // What else a start needs comes in one file: it is read from this machine, and each further request costs more than it saves.
      output: {
        codeSplitting: {
          groups: [
            { name: "way-in", test: WAY_IN, tags: ["$initial"], priority: 4 },
            { name: "drawing", test: DRAWING, tags: ["$initial"], priority: 3 },
            { name: "start", tags: ["$initial"], priority: 2 },
            { name: "beside", test: BESIDE, priority: 1 },
          ],
        },
      },
      // A schema that nobody uses is not made: making one does nothing else.
      treeshake: {
        manualPureFunctions: ["z"],
        moduleSideEffects: [{ test: /\/shared\//, sideEffects: false }],
      },
    },
    chunkSizeWarningLimit: 1_200,
  },
});
