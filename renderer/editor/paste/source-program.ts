/** The programs whose markup is told apart. */
export type SourceProgram =
  | "stet"
  | "googleDocs"
  | "googleSheets"
  | "wordOnline"
  | "outlook"
  | "word"
  | "excel"
  | "libreOffice"
  | "apple"
  | "pdf"
  | "gmail"
  | "web";

/** How far into a page its program is looked for: Word's own head is some 40,000 characters long. */
const LOOKED_AT = 400_000;

/**
 * What each program cannot help writing, the more particular first: Outlook writes with Word, and
 * Word for the web into Outlook on the web.
 */
const SIGNS: readonly (readonly [SourceProgram, RegExp])[] = [
  ["googleSheets", /<google-sheets-html-origin/i],
  ["googleDocs", /\bid="docs-internal-guid-/i],
  ["gmail", /\bclass="gmail_(?:quote|default|attr|signature)/i],
  [
    "outlook",
    /\bid="?(?:divRplyFwdMsg|appendonsend|_MailOriginal|_MailAutoSig)|\bname="?_Mail(?:Original|AutoSig|EndCompose)|\bclass="[^"]*\belementToProof\b|\bclass="x_Mso|\bid="?ms-outlook/i,
  ],
  ["wordOnline", /\bclass="[^"]*\b(?:OutlineElement|NormalTextRun|TextRun SCXW)/i],
  ["excel", /urn:schemas-microsoft-com:office:excel|content="?Excel\.Sheet/i],
  ["word", /urn:schemas-microsoft-com:office:word|content="?Microsoft Word|\bclass="?Mso[A-Z]/],
  ["libreOffice", /\bname="generator" content="(?:LibreOffice|OpenOffice)/i],
  ["apple", /content="Cocoa HTML Writer"/i],
  ["pdf", /\bclass="[^"]*\btextLayer\b|<br role="presentation"/i],
  ["web", /<(?:article|aside|figure|footer|header|iframe|main|nav|picture|section)\b/i],
];

/** The program that wrote a page, by signs that only it leaves; null where none is known by them. */
export function programOf(html: string): SourceProgram | null {
  const start = html.slice(0, LOOKED_AT);
  return SIGNS.find(([, sign]) => sign.test(start))?.[0] ?? null;
}
