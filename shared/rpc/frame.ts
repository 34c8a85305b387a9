/**
 * Carries a message with bytes in it over a channel that takes one binary frame at a time.
 *
 * A frame is: the length of the JSON as a 32-bit big-endian number, the JSON (UTF-8), then the
 * bytes of every `Uint8Array` one after the other. In the JSON each stands as
 * `{"$bytes": [offset, length]}`; an object whose own key starts with `$` gets one more `$`.
 */
const BYTES_KEY = "$bytes";
const HEADER_LENGTH = 4;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Frames a message. Values that JSON does not know (functions, `undefined` members) are left out, as JSON does. */
export function encodeFrame(message: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let offset = 0;
  const strip = (value: unknown): unknown => {
    if (value instanceof Uint8Array) {
      const at = offset;
      parts.push(value);
      offset += value.byteLength;
      return { [BYTES_KEY]: [at, value.byteLength] };
    }
    if (Array.isArray(value)) return value.map(strip);
    if (isRecord(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, member]) => [key.startsWith("$") ? `$${key}` : key, strip(member)]),
      );
    }
    return value;
  };
  const json = new TextEncoder().encode(JSON.stringify(strip(message)));
  const frame = new Uint8Array(HEADER_LENGTH + json.byteLength + offset);
  new DataView(frame.buffer).setUint32(0, json.byteLength);
  frame.set(json, HEADER_LENGTH);
  let at = HEADER_LENGTH + json.byteLength;
  for (const part of parts) {
    frame.set(part, at);
    at += part.byteLength;
  }
  return frame;
}

/** Reads a frame back; `undefined` where the bytes are no whole frame. */
export function decodeFrame(frame: Uint8Array): unknown {
  if (frame.byteLength < HEADER_LENGTH) return undefined;
  const jsonLength = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0);
  const bytesStart = HEADER_LENGTH + jsonLength;
  if (bytesStart > frame.byteLength) return undefined;
  const restore = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(restore);
    if (!isRecord(value)) return value;
    const place = value[BYTES_KEY];
    if (Array.isArray(place)) {
      const [at = -1, length = -1] = place.map(Number);
      const isWhole = at >= 0 && length >= 0 && bytesStart + at + length <= frame.byteLength;
      if (!isWhole) throw new RangeError("The frame was cut short.");
      return frame.slice(bytesStart + at, bytesStart + at + length);
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key.startsWith("$$") ? key.slice(1) : key,
        restore(member),
      ]),
    );
  };
  try {
    return restore(JSON.parse(new TextDecoder().decode(frame.subarray(HEADER_LENGTH, bytesStart))));
  } catch {
    return undefined;
  }
}
