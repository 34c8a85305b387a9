const ADDRESS =
  /:\/\/|^www\.|\S@\S|^[@#]\w|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|gov|edu|mil|int|io|info|news|eu|uk|us|ca|au|de|fr|se|no|dk|ie|nz|tk)(?![\p{L}\p{N}])/iu;

/** True for a piece of text without spaces that is an address, a handle or a tag: its letters are not prose. */
export function isAddress(piece: string): boolean {
  return ADDRESS.test(piece);
}
