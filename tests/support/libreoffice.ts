import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fontPath } from "./compositor.ts";

/** How LibreOffice is to set the stories: hyphenated and justified, each measure in turn. */
export interface OfficeOrder {
  readonly stories: readonly (readonly string[])[];
  readonly measuresPt: readonly number[];
  readonly sizePt: number;
  readonly indentPt: number;
}

const PAGE_PT = 2000;
const MARK = "§§";

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function paragraphStyle(name: string, widthPt: number, { measuresPt, indentPt }: OfficeOrder): string {
  const rightPt = Math.max(...measuresPt) - widthPt;
  return `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-right="${String(rightPt)}pt" fo:text-indent="${String(indentPt)}pt" fo:text-align="justify" fo:hyphenation-ladder-count="no-limit" fo:orphans="0" fo:widows="0"/><style:text-properties fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="3"/></style:style>`;
}

function flatDocument(order: OfficeOrder): string {
  const { measuresPt, stories, sizePt } = order;
  const names = measuresPt.map((_, nr) => `M${String(nr)}`);
  const styles = names.map((name, nr) => paragraphStyle(name, measuresPt[nr] ?? 0, order)).join("");
  const body = names
    .flatMap((name) =>
      stories.flatMap((story) => [
        `<text:p text:style-name="Standard">${MARK}</text:p>`,
        ...story.map((text) => `<text:p text:style-name="${name}">${escaped(text)}</text:p>`),
      ]),
    )
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Source Serif 4'"/></office:font-face-decls>
<office:styles><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:orphans="0" fo:widows="0"/><style:text-properties style:font-name="F" fo:font-size="${String(sizePt)}pt" fo:language="en" fo:country="US" style:letter-kerning="true"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="${String(Math.max(...measuresPt))}pt" fo:page-height="${String(PAGE_PT)}pt" fo:margin="0pt"/></style:page-layout>${styles}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"/></office:master-styles>
<office:body><office:text>${body}</office:text></office:body></office:document>`;
}

/** Only the font that the test is about, in a font configuration of its own. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${dirname(fontPath("SourceSerif4", "regular"))}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>`;
}

const WORD = /<word xMin="[\d.-]+" yMin="([\d.-]+)"[^>]*>([^<]*)<\/word>|<page /g;

/** Lines between one mark and the next: words with the same top stand in the same line. */
function countLines(bbox: string): readonly number[] {
  const counts: number[] = [];
  let page = 0;
  let line = "";
  for (const [found, top, word] of bbox.matchAll(WORD)) {
    if (top === undefined || word === undefined) {
      if (found.startsWith("<page")) page += 1;
      continue;
    }
    const own = `${String(page)}/${top}`;
    if (word === MARK) counts.push(0);
    else if (own !== line) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    line = own;
  }
  return counts;
}

/** How many lines LibreOffice Writer sets each story in: first all stories in the first measure, then in the next. */
export function officeLines(order: OfficeOrder): readonly (readonly number[])[] {
  const folder = mkdtempSync(join(tmpdir(), "stet-office-"));
  try {
    const from = join(folder, "stories.fodt");
    const fonts = join(folder, "fonts.conf");
    writeFileSync(from, flatDocument(order));
    writeFileSync(fonts, fontConfiguration(folder));
    const profile = pathToFileURL(join(folder, "profile")).href;
    execFileSync(
      "soffice",
      [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "pdf", "--outdir", folder, from],
      { env: { ...process.env, FONTCONFIG_FILE: fonts }, stdio: "ignore", timeout: 120_000 },
    );
    const boxes = join(folder, "stories.html");
    execFileSync("pdftotext", ["-bbox", join(folder, "stories.pdf"), boxes]);
    const counts = countLines(readFileSync(boxes, "utf8"));
    const each = order.stories.length;
    return order.measuresPt.map((_, nr) => counts.slice(nr * each, (nr + 1) * each));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
