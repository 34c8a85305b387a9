const windows1252 = new TextDecoder("windows-1252");
const byteOfLetter: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte] as const),
);

function bytesOf(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = byteOfLetter.get(text.charAt(at));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}

/**
 * Mends text that is UTF-8 but was read as Latin-1 (Windows-1252): `CafÃ©` → `Café`. Text that
 * is Latin-1 stays as it is: its accents are no valid UTF-8.
 *
 * IIM (IPTC-NAA Information Interchange Model 4.2, dataset 1:90) lets a file say that its text is
 * UTF-8; many programs write UTF-8 and do not say so, and EXIF has no way to say it at all.
 */
export function mendUtf8(text: string): string {
  const bytes = bytesOf(text);
  if (!bytes) return text;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}
