import { inertHtml } from "./inert-html.ts";

interface HtmlPolicy {
  readonly createHTML: (html: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: <Policy>(name: string, rules: Policy) => Policy;
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

/** Pasted HTML as a tree that is never shown, with the text of its style sheets beside it. */
export interface PastedPage {
  readonly body: HTMLElement;
  readonly styleSheets: readonly string[];
}

/**
 * Reads HTML into a document that is never shown: scripts do not run in it, nothing is fetched,
 * and styles are left standing as text. The page's policy for that is named `stet`.
 */
export function parseHtml(raw: string): PastedPage {
  const { html, styleSheets } = inertHtml(raw);
  const { body } = new DOMParser().parseFromString(trusted(html), "text/html");
  return { body, styleSheets };
}
