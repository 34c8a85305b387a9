import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";

const numbersSchema = z.array(z.number().int());

/**
 * Packs the numbers of a text's passages, in their order. Neighbours mostly follow each other, so
 * that the steps between them, compressed, take a few bytes for a block.
 */
export function packPassages(seqs: readonly number[]): Buffer {
  const steps = seqs.map((seq, at) => seq - (seqs[at - 1] ?? 0));
  return deflateRawSync(JSON.stringify(steps));
}

/** What {@link packPassages} packed. Throws where the bytes are none of its making. */
export function unpackPassages(packed: Buffer): readonly number[] {
  let seq = 0;
  return numbersSchema
    .parse(JSON.parse(inflateRawSync(packed).toString("utf8")))
    .map((step) => (seq += step));
}
