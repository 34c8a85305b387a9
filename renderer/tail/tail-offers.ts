import { lateCode } from "#renderer/app/late-part.ts";
import { observable } from "#renderer/app/observable.ts";
import type { Desk, Failure, OpenStory } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import { ok, type Result } from "#shared/rpc/result.ts";
import type { OfferedTail, OfferedTails } from "./offered-tail.ts";
import type { Tail } from "./tail.ts";
import type { TailStore } from "./tail-store.ts";
import type { Windows } from "./windows.ts";

/** How what was kept in this browser is put into a text. */
export const tailWords = lateCode(async () => await import("./tail-words.ts"));

/** What this needs of the page and the newsroom. */
export interface TailOfferPorts {
  readonly desk: Desk;
  readonly store: TailStore;
  readonly windows: Windows;
  readonly newsroom: string;
  /** The story as it was opened. */
  readonly opened: OpenStory;
  /** Puts what the tail has into the text on the page and commits that; `from` is what both were made from. */
  readonly putInto: (from: StoryDocument, tail: StoryDocument) => Promise<Result<null, Failure>>;
}

/** What is offered, and what brings the offers up to date. */
export interface TailOfferer {
  readonly offers: OfferedTails;
  readonly stop: () => void;
}

/** Branches made of tails are named after their window, so that putting one back twice makes one branch. */
function branchName({ branch, window }: Tail): string {
  return branch ?? `tail-${window}`;
}

/** Looks for tails of the story on the page, from windows that are gone. */
export function offerTails(ports: TailOfferPorts): TailOfferer {
  const { desk, store, windows, newsroom, opened, putInto } = ports;
  const story = opened.summary.id;
  const offered = observable<readonly OfferedTail[]>([]);

  const look = async (): Promise<void> => {
    const all = (await store.of(newsroom)).filter((tail) => tail.story === story);
    const alive = all.length === 0 ? new Set<string>() : await windows.open();
    const left = all.filter((tail) => !alive.has(tail.window));
    if (left.length === 0) return offered.set([]);
    const { offerOf } = await tailWords.ready();
    const found = left.map((tail) => ({ tail, offer: offerOf(tail, opened.document) }));
    // What the newsroom has by now needs nobody's word.
    for (const { tail, offer } of found) if (offer === null) void store.drop(tail);
    offered.set(found.flatMap(({ offer }) => offer ?? []));
  };

  /** The version that the text of a tail follows: the save on its way when it was kept may have arrived. */
  const baseOf = async ({ pending, base }: Tail): Promise<number> => {
    if (pending === null || opened.summary.version === base) return base;
    const answer = await desk.stories.save(pending);
    return answer.ok ? answer.value.version : base;
  };

  const takeIn = async (tail: Tail): Promise<Result<null, Failure>> => {
    const base = tail.branch === null ? await baseOf(tail) : tail.base;
    if (tail.branch === null && base === opened.summary.version) {
      return putInto(opened.document, tail.document);
    }
    const { document } = tail;
    const made = await desk.revisions.branch({ story, base, branch: branchName(tail), document });
    return made.ok ? ok(null) : made;
  };

  const without = ({ tail }: OfferedTail): void =>
    offered.set(offered.get().filter((offer) => offer.tail !== tail));

  const stopListening = store.onDropped(() => void look());
  void look();

  return {
    offers: {
      offered,
      putBack: async (offer) => {
        const taken = await takeIn(offer.tail);
        if (!taken.ok) return taken;
        without(offer);
        await store.drop(offer.tail);
        return taken;
      },
      throwAway: async (offer) => {
        without(offer);
        await store.drop(offer.tail);
        return () => void store.put(offer.tail).then(look);
      },
    },
    stop: stopListening,
  };
}
