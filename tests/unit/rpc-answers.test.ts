import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rpcMessageSchema } from "#shared/rpc/message.ts";
import { readAnswer } from "#shared/rpc/read-answer.ts";

const id = fc.oneof(fc.nat(), fc.integer(), fc.double(), fc.string(), fc.constant(null));
const text = fc.oneof(fc.string(), fc.integer(), fc.constant(undefined));
const error = fc.oneof(
  fc.record({ code: text, message: text, about: text }, { requiredKeys: [] }),
  fc.record({ code: fc.string(), message: fc.string() }),
  fc.record({ code: fc.string(), message: fc.string(), more: fc.string() }),
  fc.anything(),
);
const type = fc.constantFrom("call", "cancel", "progress", "value", "failure", "event", "shout");
const fields = { type, id, value: fc.anything(), error, service: text, event: text, payload: fc.anything() };

/** What could arrive: right messages, messages with too little or too much in them, and anything else. */
const arriving = fc.oneof(
  fc.record({ type: fc.constantFrom("value", "progress"), id: fc.nat(), value: fc.anything() }),
  fc.record({ type: fc.constant("failure"), id: fc.nat(), error }),
  fc.record({
    type: fc.constant("event"),
    service: fc.string(),
    event: fc.string(),
    payload: fc.anything(),
  }),
  fc.record(fields, { requiredKeys: [] }),
  fc.anything(),
);

describe("what a caller takes for an answer", () => {
  it("is exactly what the schema takes, but for what only a server is sent", () => {
    fc.assert(
      fc.property(arriving, (raw) => {
        const bySchema = rpcMessageSchema.safeParse(raw);
        const isAnswer = bySchema.success && !["call", "cancel"].includes(bySchema.data.type);
        expect(readAnswer(raw)).toEqual(isAnswer ? bySchema.data : null);
      }),
      { numRuns: 3_000 },
    );
  });
});
