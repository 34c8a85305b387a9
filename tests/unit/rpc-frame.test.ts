import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFrame, encodeFrame } from "#shared/rpc/index.ts";

/** JSON values with bytes anywhere, and keys that look like the frame's own. */
const message = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
    fc.uint8Array(),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(
      fc.oneof(
        fc.string().filter((key) => key !== "__proto__"),
        fc.constantFrom("$bytes", "$", "$$bytes", "$$"),
      ),
      tie("value"),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

describe("a frame", () => {
  it("carries any message there and back, bytes and all", () => {
    fc.assert(
      fc.property(message, (value) => {
        expect(decodeFrame(encodeFrame(value))).toEqual(value);
      }),
    );
  });

  it("is read the same from the middle of a larger buffer", () => {
    const sent = { name: "harbor.jpg", bytes: new Uint8Array([1, 2, 3]) };
    const frame = encodeFrame(sent);
    const larger = new Uint8Array(frame.byteLength + 20).fill(255);
    larger.set(frame, 7);
    expect(decodeFrame(larger.subarray(7, 7 + frame.byteLength))).toEqual(sent);
  });

  it("gives bytes of their own: changing what was received does not change what came", () => {
    const frame = encodeFrame({ bytes: new Uint8Array([1, 2, 3]) });
    const before = frame.slice();
    const received = decodeFrame(frame) as { bytes: Uint8Array };
    received.bytes.fill(9);
    expect(frame).toEqual(before);
  });

  it("leaves out what JSON does not know, as JSON does", () => {
    expect(decodeFrame(encodeFrame({ kept: 1, gone: undefined }))).toEqual({ kept: 1 });
  });

  it("keeps an object whose own key is the frame's mark for bytes", () => {
    const sent = { $bytes: [0, 4], plain: { $bytes: "no place at all" } };
    expect(decodeFrame(encodeFrame(sent))).toEqual(sent);
  });

  it("is nothing where it was cut short in its words", () => {
    const frame = encodeFrame({ text: "The council put off a vote." });
    for (const length of [0, 1, 3, 4, 10, frame.byteLength - 1])
      expect(decodeFrame(frame.subarray(0, length)), `${String(length)} bytes`).toBeUndefined();
  });

  it("is nothing where it was cut short in its bytes", () => {
    const frame = encodeFrame({ bytes: new Uint8Array(100).fill(7) });
    expect(decodeFrame(frame.subarray(0, frame.byteLength - 1))).toBeUndefined();
  });

  it("is nothing, and no error, whatever bytes come", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(() => decodeFrame(bytes)).not.toThrow();
      }),
    );
  });
});
