import { linkAddress } from "../links/link-address.ts";

/** Where a pasted link leads, and whether a redirect stood before that. */
export interface LinkTarget {
  readonly href: string;
  readonly wasRedirect: boolean;
}

interface Redirect {
  readonly host: RegExp;
  readonly path: RegExp;
  /** The parameters that may hold the true address. */
  readonly parameters: readonly string[];
}

/** Services that put an address of their own before every link that passes through them. */
const REDIRECTS: readonly Redirect[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameters: ["q", "url"] },
  { host: /\.safelinks\.protection\.outlook\.(?:com|de|cn|us)$/, path: /^/, parameters: ["url"] },
  {
    host: /^(?:statics|teams)\.(?:teams\.)?(?:cdn\.office\.net|microsoft\.com)$/,
    path: /safelinks/,
    parameters: ["url"],
  },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ["u"] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ["url"] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:redir|safety)\//, parameters: ["url"] },
  { host: /^(?:out|www)\.reddit\.com$/, path: /^\//, parameters: ["url"] },
];
const MOST_REDIRECTS = 4;

function behind(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams, href } = new URL(address);
  if (hostname === "urldefense.com")
    return /\/v3\/__(.+?)__;/.exec(href)?.[1]?.replace(/^(https?:\/)(?!\/)/, "$1/") ?? null;
  const redirect = REDIRECTS.find(({ host, path }) => host.test(hostname) && path.test(pathname));
  for (const parameter of redirect?.parameters ?? []) {
    const target = searchParams.get(parameter);
    if (target !== null && /^(?:https?|mailto):/i.test(target)) return target;
  }
  return null;
}

/** The address that a pasted link truly leads to; null where it leads nowhere that a story may point to. */
export function linkTarget(href: string): LinkTarget | null {
  let address = linkAddress(href);
  let wasRedirect = false;
  for (let nr = 0; nr < MOST_REDIRECTS && address !== null; nr += 1) {
    const target = behind(address);
    const next = target === null ? null : linkAddress(target);
    if (next === null) break;
    address = next;
    wasRedirect = true;
  }
  return address === null ? null : { href: address, wasRedirect };
}
