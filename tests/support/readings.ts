import { readCopy } from "#main/formats/plain-text/read.ts";
import type { Reading } from "#shared/contract/intake.ts";
import { sentences } from "./sentences.ts";

/** The reading of a pasted text; throws where there is none, so that a test fails with the sentence. */
export async function readingOfPaste(text: string): Promise<Reading> {
  const reading = await readCopy({ from: "paste", text });
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

/** The reading of a file's bytes; throws where there is none. */
export async function readingOfFile(name: string, bytes: Uint8Array): Promise<Reading> {
  const reading = await readCopy({ from: "file", name, bytes });
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

/** A reading set as text to compare and to read: slug and encoding, then each part with its kind and the facts under it. */
export function settledReading(reading: Reading): string {
  const head = [
    `slug: ${reading.slug}`,
    `encoding: ${reading.encoding}`,
    ...sentences(reading.warnings).map((line) => `! ${line}`),
  ];
  const parts = reading.parts.flatMap(({ kind, text, found }) => [
    `${kind.padEnd(10)} ${text}`,
    ...found.map(({ label, value }) => `${" ".repeat(11)}- ${label}: ${value}`),
  ]);
  return `${[...head, "", ...parts].join("\n")}\n`;
}
