import { z } from "zod";
import type { Desk } from "#shared/contract/index.ts";
import type { JsonValue } from "#shared/document/index.ts";
import type { DeskKit, KitId } from "#shared/fit/kit/kit.ts";
import { isChanged, type KitDraft } from "./kit-draft.ts";

const whySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("no-figure"), text: z.string() }),
  z.strictObject({ kind: z.literal("not-whole") }),
  z.strictObject({ kind: z.literal("too-little"), least: z.number() }),
  z.strictObject({ kind: z.literal("too-much"), most: z.number() }),
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("too-long"), most: z.number() }),
  z.strictObject({ kind: z.literal("no-code"), typed: z.string() }),
  z.strictObject({ kind: z.literal("too-many"), most: z.number() }),
]);

/** A draft as it is kept: the kit that it was opened from is in the newsroom already. */
const keptSchema: z.ZodType<Omit<KitDraft, "from">> = z.strictObject({
  tree: z.json(),
  refused: z.record(
    z.string(),
    z.strictObject({
      path: z.array(z.union([z.string(), z.number()])).readonly(),
      text: z.string(),
      why: whySchema,
    }),
  ),
  origins: z.array(z.number().int().nonnegative().nullable()).readonly(),
});

function plain({ tree, refused, origins }: KitDraft): JsonValue {
  return z.json().parse(JSON.parse(JSON.stringify({ tree, refused, origins })));
}

/** Typing in a field is kept when it pauses. */
const KEEP_AFTER_MS = 400;
const TRY_AGAIN_MS = 2_000;

/** Keeps what was edited of a kit and not saved where every window finds it, also after a crash. */
export interface DraftKeeper {
  /** The draft as it was left; null where there is none, or none that this Stet reads. */
  readonly read: (id: KitId, from: DeskKit) => Promise<KitDraft | null>;
  /** Keeps a draft soon; one that is no longer a change is taken away. A newsroom that does not answer is asked again. */
  readonly keep: (id: KitId, draft: KitDraft) => void;
  /** The kit was saved: nothing is left to keep. */
  readonly drop: (id: KitId) => void;
  /** Keeps now what was to be kept soon. */
  readonly close: () => void;
}

/** Opens the keeper of an editor. */
export function draftKeeper(kits: Pick<Desk["kits"], "draft" | "keepDraft">): DraftKeeper {
  const waiting = new Map<KitId, KitDraft | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async (): Promise<void> => {
    clearTimeout(timer);
    const sent = [...waiting];
    waiting.clear();
    for (const [kit, draft] of sent) {
      const answer = await kits.keepDraft({ kit, draft: draft && isChanged(draft) ? plain(draft) : null });
      if (answer.ok || waiting.has(kit)) continue;
      waiting.set(kit, draft);
      clearTimeout(timer);
      timer = setTimeout(() => void send(), TRY_AGAIN_MS);
    }
  };
  const put = (id: KitId, draft: KitDraft | null): void => {
    waiting.set(id, draft);
    clearTimeout(timer);
    timer = setTimeout(() => void send(), KEEP_AFTER_MS);
  };

  return {
    read: async (id, from) => {
      await send();
      const answer = await kits.draft({ kit: id });
      const kept = answer.ok ? keptSchema.safeParse(answer.value.draft) : null;
      return kept?.success === true ? { from, ...kept.data } : null;
    },
    keep: put,
    drop: (id) => {
      put(id, null);
      void send();
    },
    close: () => void send(),
  };
}
