import { z } from "zod";
import type { CallContext, CallFailure, ContractSchema, Handlers, MethodSchema } from "./contract-types.ts";
import { rpcMessageSchema, type RpcMessage, type Transport } from "./message.ts";
import { failed, type Result } from "./result.ts";

type AnyHandler = (
  params: unknown,
  context: CallContext<unknown>,
) => Result<unknown, CallFailure> | Promise<Result<unknown, CallFailure>>;

interface ServeOptions {
  /** Told of every defect: a handler that threw, or an answer that broke the contract. */
  readonly onDefect?: (where: string, cause: unknown) => void;
}

/** One contract, served to any number of callers. */
export interface Server<Contract extends ContractSchema> {
  /** Serves one caller until its transport closes; `caller` names it to the handlers. */
  readonly attach: (transport: Transport, caller: string) => void;
  /** Sends an event to every caller. The payload is checked against the contract. */
  readonly emit: <
    Service extends keyof Contract & string,
    Event extends keyof Contract[Service]["events"] & string,
  >(
    service: Service,
    event: Event,
    payload: z.input<Contract[Service]["events"][Event]>,
  ) => void;
  /** How many calls are being worked on. */
  readonly inFlight: () => number;
  /** Resolves when no call is in flight any more. */
  readonly drained: () => Promise<void>;
}

/**
 * Serves a contract: checks every call's parameters and every answer against it, hands each call
 * a signal that is aborted when the caller cancels or goes away, and counts what is in flight.
 * It knows no service; whatever it is given, it never throws at a transport.
 */
export function serve<Contract extends ContractSchema, Code extends string>(
  contract: Contract,
  handlers: Handlers<Contract, Code>,
  { onDefect }: ServeOptions = {},
): Server<Contract> {
  const transports = new Set<Transport>();
  const waiting: (() => void)[] = [];
  let inFlight = 0;

  const methodOf = (
    service: string,
    method: string,
  ): { schema: MethodSchema; handler: AnyHandler } | undefined => {
    if (!Object.hasOwn(contract, service) || !Object.hasOwn(contract[service]?.methods ?? {}, method))
      return undefined;
    const schema = contract[service]?.methods[method];
    const rooms = handlers as Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;
    const handler = rooms[service]?.[method];
    return schema && handler ? { schema, handler } : undefined;
  };

  const answer = async (
    call: Extract<RpcMessage, { type: "call" }>,
    context: CallContext<unknown>,
  ): Promise<Result<unknown, CallFailure>> => {
    const where = `${call.service}.${call.method}`;
    const found = methodOf(call.service, call.method);
    if (!found) return failed({ code: "invalid", message: `There is no ${where} to call.` });
    const params = found.schema.params.safeParse(call.params);
    if (!params.success) {
      return failed({
        code: "invalid",
        message: `${where} was called wrongly: ${z.prettifyError(params.error)}`,
      });
    }
    try {
      const result = await found.handler(params.data, context);
      if (!result.ok) return result;
      const value = found.schema.result.safeParse(result.value);
      if (value.success) return { ok: true, value: value.data };
      onDefect?.(where, value.error);
      return failed({ code: "internal", message: `${where} gave an answer that breaks the contract.` });
    } catch (cause) {
      if (context.signal.aborted) return failed({ code: "cancelled", message: "Cancelled." });
      onDefect?.(where, cause);
      return failed({
        code: "internal",
        message: `Something went wrong inside Stet (${where}): ${cause instanceof Error ? cause.message : "no reason given"}`,
      });
    }
  };

  const settle = (): void => {
    inFlight -= 1;
    if (inFlight === 0) for (const resolve of waiting.splice(0)) resolve();
  };

  return {
    attach: (transport, caller) => {
      const running = new Map<number, AbortController>();
      transports.add(transport);
      transport.onClose(() => {
        transports.delete(transport);
        for (const controller of running.values()) controller.abort();
      });
      transport.onMessage((raw) => {
        const message = rpcMessageSchema.safeParse(raw);
        if (!message.success) return onDefect?.("transport", message.error);
        if (message.data.type === "cancel") return running.get(message.data.id)?.abort();
        if (message.data.type !== "call") return;
        const call = message.data;
        const controller = new AbortController();
        running.set(call.id, controller);
        inFlight += 1;
        const context: CallContext<unknown> = {
          signal: controller.signal,
          caller,
          progress: (value) => transport.send({ type: "progress", id: call.id, value }),
        };
        void answer(call, context).then((result) => {
          running.delete(call.id);
          if (transports.has(transport)) {
            transport.send(
              result.ok
                ? { type: "value", id: call.id, value: result.value }
                : { type: "failure", id: call.id, error: result.error },
            );
          }
          settle();
        });
      });
    },
    emit: (service, event, payload) => {
      const schema = contract[service]?.events[event];
      const checked = schema?.safeParse(payload);
      if (!checked?.success) return onDefect?.(`${service}.${event}`, checked?.error);
      for (const transport of transports)
        transport.send({ type: "event", service, event, payload: checked.data });
    },
    inFlight: () => inFlight,
    drained: () => (inFlight === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
