import type { z } from "zod";
import type { Result } from "./result.ts";

/** One method that a service offers: what it takes, what it gives, and what it tells on the way. */
export interface MethodSchema {
  readonly params: z.ZodType;
  readonly result: z.ZodType;
  /** What the method reports while it runs; absent where it is over at once. */
  readonly progress?: z.ZodType;
}

/** One service: its methods, and the events that it sends to everyone who listens. */
export interface ServiceSchema {
  readonly methods: Readonly<Record<string, MethodSchema>>;
  readonly events: Readonly<Record<string, z.ZodType>>;
}

/** Everything that one side may ask of the other, service by service. */
export type ContractSchema = Readonly<Record<string, ServiceSchema>>;

/**
 * The reasons that the carrier itself can give for a call without a value:
 * `invalid` (the call or its answer broke the contract), `cancelled` (the caller gave up),
 * `unavailable` (the other side is gone), `internal` (the service threw: a defect).
 */
export const CARRIER_FAILURE_CODES = ["invalid", "cancelled", "unavailable", "internal"] as const;
export type CarrierFailureCode = (typeof CARRIER_FAILURE_CODES)[number];

/** What a sentence says, for whoever says it in another language: its name, and what is put in. */
export interface Said {
  readonly name: string;
  readonly named?: Readonly<Record<string, unknown>>;
}

/** A sentence in English and, where it can be said in other languages, what it says. */
export interface Sayable {
  readonly message: string;
  readonly said?: Said;
}

/** Why a call gave no value: a closed code for programs and a sentence for people. */
export interface CallFailure<Code extends string = string> extends Sayable {
  readonly code: Code | CarrierFailureCode;
  /** What the sentence is about: a file, a story, a folder. */
  readonly about?: string;
}

/** What a service gets beside the parameters of a call. */
export interface CallContext<Progress> {
  /** Aborted when the caller cancels or goes away. */
  readonly signal: AbortSignal;
  /** Tells the caller how far the call has come. */
  readonly progress: (value: Progress) => void;
  /** Which connection asked: tells one window from another. */
  readonly caller: string;
}

export interface CallOptions<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (value: Progress) => void;
}

export type ParamsOf<Method extends MethodSchema> = z.output<Method["params"]>;
export type ValueOf<Method extends MethodSchema> = z.output<Method["result"]>;
export type ProgressOf<Method extends MethodSchema> = Method["progress"] extends z.ZodType
  ? z.output<Method["progress"]>
  : never;

/** The serving side of one service, as whoever implements it writes it. */
export type ServiceHandlers<Service extends ServiceSchema, Code extends string = string> = {
  readonly [Name in keyof Service["methods"]]: (
    params: ParamsOf<Service["methods"][Name]>,
    context: CallContext<ProgressOf<Service["methods"][Name]>>,
  ) =>
    | Result<ValueOf<Service["methods"][Name]>, CallFailure<Code>>
    | Promise<Result<ValueOf<Service["methods"][Name]>, CallFailure<Code>>>;
};

/** The serving side of a whole contract. */
export type Handlers<Contract extends ContractSchema, Code extends string = string> = {
  readonly [Name in keyof Contract]: ServiceHandlers<Contract[Name], Code>;
};

/** The calling side of one service: the same methods, always a promise of a result, plus `on` for its events. */
export type ServiceClient<Service extends ServiceSchema, Code extends string = string> = {
  readonly [Name in keyof Service["methods"]]: (
    params: ParamsOf<Service["methods"][Name]>,
    options?: CallOptions<ProgressOf<Service["methods"][Name]>>,
  ) => Promise<Result<ValueOf<Service["methods"][Name]>, CallFailure<Code>>>;
} & {
  /** Listens to one event; call what it returns to stop. */
  readonly on: <Event extends keyof Service["events"]>(
    event: Event,
    listener: (payload: z.output<Service["events"][Event]>) => void,
  ) => () => void;
};

/** The calling side of a whole contract. */
export type Client<Contract extends ContractSchema, Code extends string = string> = {
  readonly [Name in keyof Contract]: ServiceClient<Contract[Name], Code>;
};
