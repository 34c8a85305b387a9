/** The bytes of a text in a single-byte encoding, by the label that `TextDecoder` takes; throws where it has no byte for a character. */
export function encodedAs(label: string, text: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte] as const),
  );
  return Uint8Array.from(text, (character) => {
    const byte = byteOf.get(character);
    if (byte === undefined) throw new Error(`${label} has no ${character}`);
    return byte;
  });
}

/** The bytes of a text in UTF-16, with or without its byte order mark. */
export function utf16(text: string, order: "LE" | "BE", mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, "utf16le");
  return new Uint8Array(order === "LE" ? bytes : bytes.swap16());
}
