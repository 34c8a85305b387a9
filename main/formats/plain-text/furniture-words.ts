import { foldText } from "#shared/newsroom/index.ts";

function listed(list: string): ReadonlySet<string> {
  return new Set(list.split("|"));
}

/** Folded labels of the controls by which a page is passed on. */
const SHARING = listed(
  "share|tweet|facebook|twitter|x|instagram|linkedin|whatsapp|reddit|pinterest|telegram|bluesky|threads|mastodon|flipboard|messenger|email|e-mail|mail|print|copy link|copy|link copied|save|save article|gift article|bookmark|like|follow|teilen|drucken|merken|partager|imprimer|dela|skriv ut|tipsa|compartir|compartilhar|condividi|delen",
);
const SHARING_NEEDS_COMPANY = listed("x|mail|copy|save|like|follow|bookmark|merken|threads|messenger");

/** Folded names of sections and of a page's first row. */
const SECTIONS = listed(
  "home|news|sports|sport|business|opinion|opinions|politics|weather|obituaries|classifieds|jobs|local|local news|lifestyle|life|entertainment|arts|culture|food|travel|health|science|tech|technology|video|videos|photos|podcasts|e-edition|menu|search|world|us|u.s|nation|national|region|regional|education|crime|courts|crime & courts|government|city|county|state|elections|election|community|events|calendar|letters|editorials|columns|columnists|comics|puzzles|games|shop|newsletters|subscribe|sign in|log in|login|register|contact|about|more|sections|latest|live|real estate|autos|public safety|environment|climate|housing|money|markets|economy|style|features|investigations|today's paper|top stories|" +
    "startseite|nachrichten|politik|wirtschaft|kultur|lokales|regionales|wetter|panorama|meinung|anmelden|abo|stellen|trauer|ratgeber|wissen|reise|suche|" +
    "accueil|actualites|politique|economie|sports|culture|societe|monde|opinions|meteo|faits divers|se connecter|s'abonner|rechercher|" +
    "hem|start|nyheter|ekonomi|kultur|noje|debatt|ledare|vader|lokalt|inrikes|utrikes|logga in|sok|" +
    "inicio|noticias|deportes|economia|cultura|sociedad|opinion",
);

/** Folded names of the links at the foot of a page. */
const FOOTER_LINKS = listed(
  "privacy policy|privacy|terms of use|terms of service|terms|terms and conditions|contact us|about us|careers|advertise|advertise with us|accessibility|accessibility statement|site map|sitemap|do not sell my personal information|do not sell or share my personal information|help|help center|faq|newsletters|rss|cookie policy|cookie settings|cookie preferences|your privacy choices|corrections|ethics policy|code of ethics|customer service|place an ad|submit a news tip|staff directory|work for us|subscriber services|manage subscription|impressum|datenschutz|agb|kontakt|mediadaten|mentions legales|politique de confidentialite|plan du site|nous contacter|om oss|kontakta oss|integritetspolicy|aviso legal|contacto",
);

const LONGEST_LABEL = 40;
const SEPARATORS = /\s*[|·•›»>/,\t]\s*|\s{2,}/u;

function items(text: string): readonly string[] {
  return text.split(SEPARATORS).filter((item) => item !== "");
}

function bare(item: string): string {
  return foldText(item).replace(/[.:!]+$/, "");
}

/** True where a line is nothing but names of share controls: `Facebook`, `Share`, `Facebook Twitter Email Print`. */
export function isSharing(text: string): boolean {
  if (text.length > 120) return false;
  if (text.length <= LONGEST_LABEL && SHARING.has(bare(text))) return !SHARING_NEEDS_COMPANY.has(bare(text));
  const words = text.split(/[\s|·•,/]+/).filter((word) => word !== "");
  return words.length > 1 && words.every((word) => SHARING.has(bare(word)));
}

/** True for a share control that is also a common word: furniture only at the top and foot of a page. */
export function isShortSharing(text: string): boolean {
  return text.length <= LONGEST_LABEL && SHARING_NEEDS_COMPANY.has(bare(text));
}

/** True where a line is the name of one section, or a row of them: `Sports`, `Home | News | Weather`, `Home News Sports`. */
export function isNavigation(text: string): boolean {
  if (text.length > 240) return false;
  if (text.length <= LONGEST_LABEL && SECTIONS.has(bare(text))) return true;
  const parts = items(text);
  if (parts.length > 1 && parts.filter((part) => SECTIONS.has(bare(part))).length * 2 > parts.length)
    return true;
  if (parts.length > 1 && bare(parts[0] ?? "") === "home") return true;
  const words = text.split(/\s+/);
  return words.length > 1 && words.every((word) => SECTIONS.has(bare(word)));
}

/** True where a line is one of the links at the foot of a page, or a row of them. */
export function isFooterLinks(text: string): boolean {
  if (text.length > 400) return false;
  if (FOOTER_LINKS.has(bare(text))) return true;
  const parts = items(text);
  return parts.length > 1 && parts.filter((part) => FOOTER_LINKS.has(bare(part))).length * 2 > parts.length;
}
