import type { CallFailure, CallOptions, Client, ContractSchema } from "./contract-types.ts";
import { rpcMessageSchema, type Transport } from "./message.ts";
import { failed, type Result } from "./result.ts";

/** The calling end of a contract. */
export interface Connection<Contract extends ContractSchema, Code extends string> {
  readonly client: Client<Contract, Code>;
  /** How many calls have no answer yet. */
  readonly inFlight: () => number;
  /** Called once, when the other side is gone. Calls under way have then failed with `unavailable`. */
  readonly onLost: (listener: () => void) => void;
  readonly close: () => void;
}

interface PendingCall {
  readonly settle: (result: Result<unknown, CallFailure>) => void;
  readonly onProgress: ((value: never) => void) | undefined;
}

const GONE: CallFailure = { code: "unavailable", message: "The newsroom on this laptop is not answering." };
const CANCELLED: CallFailure = { code: "cancelled", message: "Cancelled." };

/**
 * Connects to whoever serves the contract at the other end of a transport. Answers were checked
 * by the server; what comes back from a call is a value or a failure, never a throw.
 */
export function connect<Contract extends ContractSchema, Code extends string>(
  contract: Contract,
  transport: Transport,
): Connection<Contract, Code> {
  const pending = new Map<number, PendingCall>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const lost: (() => void)[] = [];
  let nextId = 1;
  let open = true;

  transport.onClose(() => {
    open = false;
    for (const [id, call] of pending) {
      pending.delete(id);
      call.settle(failed(GONE));
    }
    for (const tell of lost.splice(0)) tell();
  });

  transport.onMessage((raw) => {
    const parsed = rpcMessageSchema.safeParse(raw);
    if (!parsed.success) return;
    const message = parsed.data;
    switch (message.type) {
      case "value":
      case "failure": {
        const call = pending.get(message.id);
        pending.delete(message.id);
        call?.settle(message.type === "value" ? { ok: true, value: message.value } : failed(message.error));
        return;
      }
      case "progress":
        pending.get(message.id)?.onProgress?.(message.value as never);
        return;
      case "event":
        for (const listener of listeners.get(`${message.service}.${message.event}`) ?? [])
          listener(message.payload);
        return;
      case "call":
      case "cancel":
    }
  });

  const call = (
    service: string,
    method: string,
    params: unknown,
    { signal, onProgress }: CallOptions<never> = {},
  ): Promise<Result<unknown, CallFailure>> => {
    if (!open) return Promise.resolve(failed(GONE));
    if (signal?.aborted === true) return Promise.resolve(failed(CANCELLED));
    const id = nextId;
    nextId += 1;
    return new Promise((resolve) => {
      const cancel = (): void => transport.send({ type: "cancel", id });
      pending.set(id, {
        onProgress,
        settle: (result) => {
          signal?.removeEventListener("abort", cancel);
          resolve(result);
        },
      });
      signal?.addEventListener("abort", cancel, { once: true });
      transport.send({ type: "call", id, service, method, params });
    });
  };

  const on = (key: string, listener: (payload: unknown) => void): (() => void) => {
    const set = listeners.get(key) ?? new Set();
    listeners.set(key, set.add(listener));
    return () => set.delete(listener);
  };

  const client = Object.fromEntries(
    Object.entries(contract).map(([service, schema]) => [
      service,
      {
        on: (event: string, listener: (payload: unknown) => void) => on(`${service}.${event}`, listener),
        ...Object.fromEntries(
          Object.keys(schema.methods).map((method) => [
            method,
            (params: unknown, options?: CallOptions<never>) => call(service, method, params, options),
          ]),
        ),
      },
    ]),
  );

  return {
    // The client is built by walking the contract, which TypeScript cannot follow; the types say what was walked.
    client: client as unknown as Client<Contract, Code>,
    inFlight: () => pending.size,
    onLost: (listener) => lost.push(listener),
    close: () => transport.close(),
  };
}
