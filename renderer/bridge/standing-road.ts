import { observable, type Observable } from "#renderer/app/observable.ts";
import { GONE, type RpcMessage, type Transport } from "#shared/rpc/index.ts";

/** Whether the newsroom can be reached now: `down` from the moment a road breaks until the next one is there. */
export type Link = "connecting" | "up" | "down";

/** Brings a road to the newsroom whenever there is none: at the start, and each time the last one is gone. */
export type RoadBuilder = (onRoad: (road: Transport) => void) => void;

/** A road that outlives every single connection. */
export interface StandingRoad {
  readonly transport: Transport;
  readonly link: Observable<Link>;
}

/**
 * Joins roads end to end, so that whoever calls sees one that never closes. A call that had no
 * answer when its road broke, or that is made while there is none, fails with `unavailable`: it
 * may have been carried out, and only the caller knows whether asking twice is safe.
 */
export function standingRoad(build: RoadBuilder): StandingRoad {
  const link = observable<Link>("connecting");
  const unanswered = new Set<number>();
  let road: Transport | null = null;
  let listener: ((message: unknown) => void) | null = null;

  const refuse = (id: number): void => listener?.({ type: "failure", id, error: GONE });

  const refuseUnanswered = (): void => {
    const ids = [...unanswered];
    unanswered.clear();
    for (const id of ids) refuse(id);
  };

  build((next) => {
    road = next;
    refuseUnanswered();
    next.onMessage((message) => {
      if (road !== next) return;
      const id = answeredId(message);
      if (id !== null) unanswered.delete(id);
      listener?.(message);
    });
    next.onClose(() => {
      if (road !== next) return;
      road = null;
      link.set("down");
      refuseUnanswered();
    });
    link.set("up");
  });

  return {
    link,
    transport: {
      send: (message: RpcMessage) => {
        if (road) {
          if (message.type === "call") unanswered.add(message.id);
          road.send(message);
        } else if (message.type === "call") {
          queueMicrotask(() => refuse(message.id));
        }
      },
      onMessage: (next) => {
        listener = next;
      },
      onClose: () => undefined,
      close: () => road?.close(),
    },
  };
}

/** The id of the call that a message answers for good; null for progress, events and anything else. */
function answeredId(message: unknown): number | null {
  if (typeof message !== "object" || message === null || !("type" in message) || !("id" in message))
    return null;
  if (message.type !== "value" && message.type !== "failure") return null;
  return typeof message.id === "number" ? message.id : null;
}
