/** A value as SQLite stores it. */
export type StoredValue = null | number | bigint | string | Buffer;

/** A number of one to nine bytes, and where it ends. */
export interface Varint {
  readonly value: number;
  readonly end: number;
}

/** Reads a variable-length integer (file format, section 1.6); null where the bytes end before it, or it is too large to be a size or a row's number. */
export function readVarint(bytes: Buffer, start: number): Varint | null {
  let value = 0n;
  for (let at = 0; at < 9; at += 1) {
    const byte = bytes[start + at];
    if (byte === undefined) return null;
    const isLast = at === 8 || byte < 0x80;
    value = at === 8 ? (value << 8n) | BigInt(byte) : (value << 7n) | BigInt(byte & 0x7f);
    if (!isLast) continue;
    const signed = BigInt.asIntN(64, value);
    const number = Number(signed);
    return Number.isSafeInteger(number) ? { value: number, end: start + at + 1 } : null;
  }
  return null;
}

/** The sizes of serial types 0 to 9 (file format, section 2.1). */
const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const EIGHT_BYTES = 6;
const FLOAT = 7;
const FIRST_BLOB = 12;

function sizeOf(type: number): number | null {
  if (type >= FIRST_BLOB) return Math.floor((type - FIRST_BLOB) / 2);
  return SIZES[type] ?? null;
}

function readValue(bytes: Buffer, type: number, at: number, size: number): StoredValue {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === FLOAT) return bytes.readDoubleBE(at);
  if (type === EIGHT_BYTES) {
    const value = bytes.readBigInt64BE(at);
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (type < FIRST_BLOB) return bytes.readIntBE(at, size);
  const content = bytes.subarray(at, at + size);
  return type % 2 === 1 ? content.toString("utf8") : Buffer.from(content);
}

/** Reads a row's record; null where its header and its content do not fit together. Text is taken as UTF-8, as all newsrooms are. */
export function readRecord(bytes: Buffer): readonly StoredValue[] | null {
  const header = readVarint(bytes, 0);
  if (!header || header.value < header.end || header.value > bytes.length) return null;
  const values: StoredValue[] = [];
  let at = header.value;
  for (let next = header.end; next < header.value;) {
    const type = readVarint(bytes, next);
    const size = type ? sizeOf(type.value) : null;
    if (!type || size === null || type.end > header.value || at + size > bytes.length) return null;
    values.push(readValue(bytes, type.value, at, size));
    at += size;
    next = type.end;
  }
  return at === bytes.length ? values : null;
}
