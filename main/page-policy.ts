/**
 * What a page of Stet may do, whichever host shows it: run its own scripts, draw with its own
 * styles and fonts, show the newsroom's pictures, and talk to its own core. Nothing else.
 */

/** Where a host serves what is not part of the bundle, as CSP sources: `photo:`, `ws://127.0.0.1:4000`. */
export interface PageSources {
  readonly pictures: readonly string[];
  readonly connections: readonly string[];
}

/** The Trusted Types policies that exist: Lexical's for pasted HTML, Stet's own, and the one for its workers. */
const TRUSTED_TYPES_POLICIES = ["lexical", "stet", "stet-worker"];

/** The Content-Security-Policy of every page (CSP Level 3, Trusted Types), as the value of its header. */
export function contentSecurityPolicy({ pictures, connections }: PageSources): string {
  return [
    ["default-src", "'none'"],
    // HarfBuzz, which shapes the copy that is fitted, is WebAssembly: CSP Level 3 asks for leave to compile it. It allows no `eval`.
    ["script-src", "'self'", "'wasm-unsafe-eval'"],
    ["style-src", "'self'"],
    ["img-src", "'self'", "blob:", ...pictures],
    ["font-src", "'self'"],
    ["connect-src", "'self'", ...connections],
    ["form-action", "'none'"],
    ["frame-ancestors", "'none'"],
    ["base-uri", "'none'"],
    ["require-trusted-types-for", "'script'"],
    ["trusted-types", ...TRUSTED_TYPES_POLICIES],
  ]
    .map((directive) => directive.join(" "))
    .join("; ");
}

/** The headers that go with everything that a host serves to a page, the policy among them. */
export function pageHeaders(sources: PageSources): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(sources),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()",
  };
}
