import type { CallFailure, Said } from "./contract-types.ts";
import type { RpcMessage } from "./message.ts";

/** What a caller can be sent. */
export type Answer = Exclude<RpcMessage, { readonly type: "call" | "cancel" }>;

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCallId(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}

function isSaid(value: unknown): value is Said {
  return (
    isRecord(value) &&
    hasOnly(value, ["name", "named"]) &&
    typeof value["name"] === "string" &&
    (!Object.hasOwn(value, "named") || isRecord(value["named"]))
  );
}

function isFailure(value: unknown): value is CallFailure {
  return (
    isRecord(value) &&
    hasOnly(value, ["code", "message", "said", "about"]) &&
    typeof value["code"] === "string" &&
    typeof value["message"] === "string" &&
    (!Object.hasOwn(value, "said") || isSaid(value["said"])) &&
    (!Object.hasOwn(value, "about") || typeof value["about"] === "string")
  );
}

/**
 * Reads what arrived at a caller: null for anything that is no answer. It takes exactly what
 * `rpcMessageSchema` takes, without it: a window needs no schema in order to start, and does not
 * load one.
 */
export function readAnswer(raw: unknown): Answer | null {
  if (!isRecord(raw)) return null;
  const { type, id, value, error, service, event, payload } = raw;
  switch (type) {
    case "value":
    case "progress":
      return isCallId(id) && hasOnly(raw, ["type", "id", "value"]) ? { type, id, value } : null;
    case "failure":
      return isCallId(id) && isFailure(error) && hasOnly(raw, ["type", "id", "error"])
        ? { type, id, error }
        : null;
    case "event":
      return typeof service === "string" &&
        typeof event === "string" &&
        hasOnly(raw, ["type", "service", "event", "payload"])
        ? { type, service, event, payload }
        : null;
    default:
      return null;
  }
}
