import { net, protocol, type Protocol } from "electron";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { pageHeaders } from "#main/page-policy.ts";
import { assetIdSchema, type AssetId } from "#shared/document/index.ts";
import { APP_HOST, APP_SCHEME, CRASH_PAGE, PHOTO_SCHEME } from "./addresses.ts";
import { crashPage } from "./crash-page.ts";
import type { PhotoFile } from "./core-supervisor.ts";

/** Names Stet's schemes to Chromium. Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    { scheme: PHOTO_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

const NOT_FOUND = new Response(null, { status: 404 });

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(response.body, { status: response.status, headers: all });
}

/** The file of the bundle that an address names; null where it would lie outside of the bundle. */
function bundleFile(bundle: string, pathname: string): string | null {
  const file = path.join(bundle, path.normalize(decodeURIComponent(pathname)));
  return file.startsWith(bundle + path.sep) ? file : null;
}

async function answerApp(bundle: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const headers = pageHeaders({ pictures: [`${PHOTO_SCHEME}:`], connections: [] });
  if (url.host !== APP_HOST || request.method !== "GET") return NOT_FOUND.clone();
  if (request.url === CRASH_PAGE) {
    return withHeaders(
      new Response(crashPage(), { headers: { "content-type": "text/html; charset=utf-8" } }),
      headers,
    );
  }
  const file = bundleFile(bundle, url.pathname === "/" ? "/index.html" : url.pathname);
  if (file === null) return NOT_FOUND.clone();
  const found = await net.fetch(pathToFileURL(file).href).catch(() => NOT_FOUND.clone());
  return withHeaders(found, headers);
}

function assetOf(url: string): AssetId | null {
  const asset = assetIdSchema.safeParse(`sha256:${new URL(url).host}`);
  return asset.success ? asset.data : null;
}

async function answerPhoto(
  photoFile: (asset: AssetId) => Promise<PhotoFile | null>,
  request: Request,
): Promise<Response> {
  const asset = assetOf(request.url);
  const file = asset === null ? null : await photoFile(asset);
  if (!file) return NOT_FOUND.clone();
  const bytes = await net.fetch(pathToFileURL(file.path).href).catch(() => NOT_FOUND.clone());
  return withHeaders(bytes, {
    "content-type": file.mediaType,
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
}

/** Serves the bundle at `app://stet/` under the page's policy and pictures at `photo://<sha256>`. */
export function serveAddresses(
  on: Protocol,
  bundle: string,
  photoFile: (asset: AssetId) => Promise<PhotoFile | null>,
): void {
  on.handle(APP_SCHEME, (request) => answerApp(bundle, request));
  on.handle(PHOTO_SCHEME, (request) => answerPhoto(photoFile, request));
}
