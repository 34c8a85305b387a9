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
 * Reads HTML into a document that is never shown: scripts do not run in it and nothing is
 * fetched. The page's policy for that is named `stet`.
 */
export function parseHtml(html: string): HTMLElement {
  return new DOMParser().parseFromString(trusted(html), "text/html").body;
}
