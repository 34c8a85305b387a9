/** A piece of an XML file as it comes by. */
export type MarkupPiece =
  | { readonly kind: "open"; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const PIECE = /<\?[^]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w:.-]+)="([^"]*)"/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(markup: string): string {
  return markup.replace(/&([^;&]*)(;?)/g, (whole, name: string, end: string) => {
    const character = name.startsWith("#x")
      ? String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      : name.startsWith("#")
        ? String.fromCodePoint(Number(name.slice(1)))
        : NAMED[name];
    if (character === undefined || end === "") throw new Error(`not an XML reference: ${whole}`);
    return character;
  });
}

/** XML 1.0, section 3.3.3: white space that is not written as a reference arrives as a space. */
function attributesOf(markup: string): ReadonlyMap<string, string> {
  return new Map(
    [...markup.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [
      name,
      decoded(value.replace(/[\t\n\r]/g, " ")),
    ]),
  );
}

/**
 * Reads XML piece by piece, on purpose not with the library that wrote it: elements, attributes
 * and text, with references decoded and every character of white space kept. Comments, CDATA and
 * document types are refused.
 */
export function markupPieces(bytes: Uint8Array): readonly MarkupPiece[] {
  const xml = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const pieces: MarkupPiece[] = [];
  for (let at = 0; at < xml.length;) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(xml);
    if (!found) throw new Error(`not XML that this reader knows, at: ${xml.slice(at, at + 80)}`);
    const [whole, closing, name, attributes, empty, text] = found;
    if (text !== undefined) pieces.push({ kind: "text", text: decoded(text) });
    else if (name !== undefined && closing === "/") pieces.push({ kind: "close", name });
    else if (name !== undefined) {
      pieces.push({ kind: "open", name, attributes: attributesOf(attributes ?? "") });
      if (empty === "/") pieces.push({ kind: "close", name });
    }
    at += whole.length;
  }
  return pieces;
}
