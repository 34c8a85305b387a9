import { z } from "zod";
import type { CallFailure, Said, Sayable } from "./contract-types.ts";

/**
 * What travels between the two ends of a contract. Values may hold `Uint8Array`s: a transport
 * carries them as they are (MessagePort) or frames them (WebSocket, see `frame.ts`).
 */
export type RpcMessage =
  | {
      readonly type: "call";
      readonly id: number;
      readonly service: string;
      readonly method: string;
      readonly params: unknown;
    }
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "progress"; readonly id: number; readonly value: unknown }
  | { readonly type: "value"; readonly id: number; readonly value: unknown }
  | { readonly type: "failure"; readonly id: number; readonly error: CallFailure }
  | { readonly type: "event"; readonly service: string; readonly event: string; readonly payload: unknown };

const id = z.number().int().nonnegative();
const anything = z.unknown();

/** What a sentence says, as it travels. */
export const saidSchema: z.ZodType<Said> = z.strictObject({
  name: z.string(),
  named: z.record(z.string(), anything).exactOptional(),
});

/** A sentence, as it travels. */
export const sayableSchema: z.ZodType<Sayable> = z.strictObject({
  message: z.string(),
  said: saidSchema.exactOptional(),
});

/** A sentence that is kept on disk: an older Stet wrote it in English only. */
export const keptSayableSchema: z.ZodType<Sayable> = z.union([
  sayableSchema,
  z.string().transform((message): Sayable => ({ message })),
]);

export const rpcMessageSchema: z.ZodType<RpcMessage> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("call"), id, service: z.string(), method: z.string(), params: anything }),
  z.strictObject({ type: z.literal("cancel"), id }),
  z.strictObject({ type: z.literal("progress"), id, value: anything }),
  z.strictObject({ type: z.literal("value"), id, value: anything }),
  z.strictObject({
    type: z.literal("failure"),
    id,
    error: z.strictObject({
      code: z.string(),
      message: z.string(),
      said: saidSchema.exactOptional(),
      about: z.string().exactOptional(),
    }),
  }),
  z.strictObject({ type: z.literal("event"), service: z.string(), event: z.string(), payload: anything }),
]);

/** A two-way road for messages between one caller and one server. Messages arrive in the order sent, or not at all. */
export interface Transport {
  readonly send: (message: RpcMessage) => void;
  /** Whoever listens gets each message as it came, unchecked. One listener at a time. */
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once, when nothing can be sent any more. */
  readonly onClose: (listener: () => void) => void;
  readonly close: () => void;
}
