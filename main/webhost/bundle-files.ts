import { readdirSync } from "node:fs";
import { extname, join, sep } from "node:path";

/** A file of the renderer's bundle, as it is served. */
export interface BundleFile {
  readonly path: string;
  readonly mediaType: string;
  /** True where the name holds a hash of the content, so that a browser need never ask again. */
  readonly immutable: boolean;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/**
 * Lists a bundle by the paths of its addresses (`/assets/desk-Bx81.js`). What is not in the list is
 * not served, so no address can lead out of the folder. Empty where the folder is not there.
 */
export function bundleFiles(folder: string): ReadonlyMap<string, BundleFile> {
  const files = new Map<string, BundleFile>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const mediaType = MEDIA_TYPES[extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = path.slice(folder.length).split(sep).join("/");
    files.set(address.startsWith("/") ? address : `/${address}`, {
      path,
      mediaType,
      immutable: address.includes("assets/"),
    });
  }
  return files;
}
