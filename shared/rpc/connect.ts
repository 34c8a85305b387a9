import type { CallFailure, CallOptions, Client, ContractSchema } from "./contract-types.ts";
import type { Transport } from "./message.ts";
import { readAnswer } from "./read-answer.ts";
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

interface ConnectOptions {
  /** Says why a call failed in the caller's own language. */
  readonly retell?: (failure: CallFailure) => CallFailure;
}

/** What a call gets where nobody can be reached. */
export const GONE: CallFailure = {
  code: "unavailable",
  message: "The newsroom on this laptop is not answering.",
};
const CANCELLED: CallFailure = { code: "cancelled", message: "Cancelled." };

/** An object whose every property is made by `make` when it is first asked for. Awaiting it gives itself. */
function madeOnDemand(make: (name: string) => unknown): object {
  const made = new Map<string, unknown>();
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        if (typeof name !== "string" || name === "then") return undefined;
        if (!made.has(name)) made.set(name, make(name));
        return made.get(name);
      },
    },
  );
}

/**
 * Connects to whoever serves the contract at the other end of a transport. Answers were checked
 * by the server; what comes back from a call is a value or a failure, never a throw. The contract
 * itself stays with the server, who refuses what is not in it: here only its types are needed.
 */
export function connect<Contract extends ContractSchema, Code extends string>(
  transport: Transport,
  { retell = (failure) => failure }: ConnectOptions = {},
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
      call.settle(failed(retell(GONE)));
    }
    for (const tell of lost.splice(0)) tell();
  });

  transport.onMessage((raw) => {
    const message = readAnswer(raw);
    switch (message?.type) {
      case "value":
      case "failure": {
        const call = pending.get(message.id);
        pending.delete(message.id);
        call?.settle(
          message.type === "value" ? { ok: true, value: message.value } : failed(retell(message.error)),
        );
        return;
      }
      case "progress":
        pending.get(message.id)?.onProgress?.(message.value as never);
        return;
      case "event":
        for (const listener of listeners.get(`${message.service}.${message.event}`) ?? [])
          listener(message.payload);
        return;
      case undefined:
    }
  });

  const call = (
    service: string,
    method: string,
    params: unknown,
    { signal, onProgress }: CallOptions<never> = {},
  ): Promise<Result<unknown, CallFailure>> => {
    if (!open) return Promise.resolve(failed(retell(GONE)));
    if (signal?.aborted === true) return Promise.resolve(failed(retell(CANCELLED)));
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

  const client = madeOnDemand((service) =>
    madeOnDemand((method) =>
      method === "on"
        ? (event: string, listener: (payload: unknown) => void) => on(`${service}.${event}`, listener)
        : (params: unknown, options?: CallOptions<never>) => call(service, method, params, options),
    ),
  );

  return {
    // Whatever is asked for is sent by name; the types say what there is to ask for.
    client: client as Client<Contract, Code>,
    inFlight: () => pending.size,
    onLost: (listener) => lost.push(listener),
    close: () => transport.close(),
  };
}
