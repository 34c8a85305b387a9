import { inertHtml } from "./inert-html.ts";

interface HtmlPolicy {
  readonly createHTML: (html: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy;
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory;
  }
}

let policy: HtmlPolicy | null = null;

function trusted(html: string): string {
  policy ??= window.trustedTypes?.createPolicy("stet", { createHTML: (text) => text }) ?? {
    createHTML: (text) => text,
  };
  return policy.createHTML(html);
}

/**
 * Reads HTML into a document that is never shown: scripts do not run in it, nothing is fetched,
 * and styles are left standing as text. The page's policy for that is named `stet`.
 */
export function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(trusted(inertHtml(html)), "text/html").body;
}
