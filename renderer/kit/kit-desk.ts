import { observable, type Observable } from "#renderer/app/observable.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import { chooseSetting } from "#renderer/fit/choose-setting.ts";
import type { KitChoice, KitReading } from "#shared/contract/kits.ts";
import type { DeskKit, KitId } from "#shared/fit/kit/kit.ts";
import { words } from "#shared/language/index.ts";
import { draftKeeper } from "./kept-draft.ts";
import { draftOf, readDraft, withoutSpec, write, type DraftTrouble, type KitDraft } from "./kit-draft.ts";
import type { KitField, KitPart } from "./kit-fields.ts";
import type { KitSample } from "./kit-sample.ts";
import { arrivalText, shortHash } from "./kit-version.ts";
import { listAt } from "./kit-tree.ts";
import { kitSampler, type KitSampler } from "./kit-sampler.ts";

/** Whom a copy of a kit that comes with Stet is for. */
export type KitTarget = "story" | "newsroom" | "nobody";

/** The kit on the table, as the editor shows it. */
export interface OpenedKit {
  readonly id: KitId;
  readonly isOurs: boolean;
  /** Since when the newsroom has it, and from whom; empty where that is not known. */
  readonly arrival: string;
  readonly draft: KitDraft;
  readonly troubles: readonly DraftTrouble[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The text of the field that is being written in; the kit may hold it in another form. */
  readonly writing: { readonly id: string; readonly text: string } | null;
  readonly part: KitPart;
  readonly spec: number;
  readonly sample: KitSample | null;
  /** Why the sample could not be set; null where it was. */
  readonly sampleTrouble: string | null;
  /** How many lines the story on the page had in the kit as it was opened. */
  readonly before: number | null;
  readonly target: KitTarget;
  readonly isSaving: boolean;
  /** What came of the last save. */
  readonly said: { readonly text: string; readonly isTrouble: boolean } | null;
}

export type KitDeskState =
  | { readonly state: "opening" }
  | { readonly state: "failed"; readonly why: string }
  | ({ readonly state: "open" } & OpenedKit);

/** The editor's table: one kit, what was done to it, and its sample. */
export interface KitDesk {
  readonly state: Observable<KitDeskState>;
  readonly open: (choice: KitChoice | null) => Promise<void>;
  readonly write: (field: KitField, text: string) => void;
  /** Any other change, as one step of undo. */
  readonly change: (how: (draft: KitDraft) => KitDraft) => void;
  /** The field is left: what is written next is a step of its own. */
  readonly leaveField: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly putEverythingBack: () => void;
  readonly show: (where: { readonly part?: KitPart; readonly spec?: number }) => void;
  readonly removeSpec: () => void;
  readonly aimAt: (target: KitTarget) => void;
  /** Saves the kit; gives the first trouble where there is one, for the focus to go to. */
  readonly save: () => Promise<DraftTrouble | null>;
  /** Ends the composer; what was not saved is there when the kit is opened again, in any window. */
  readonly close: () => void;
}

const SAMPLE_AFTER_MS = 90;

type DeskBench = Pick<Workbench, "bridge" | "fit" | "page" | "notices" | "now">;

/** The kit that the story on the page is set in, else the newsroom's, else Stet's first. */
async function usualChoice({ bridge, fit }: DeskBench): Promise<KitChoice | null> {
  const now = fit.state.get();
  if (now.state === "set") return now.use.choice;
  const { kits } = bridge.desk;
  const [choices, listed] = await Promise.all([kits.choices(null), kits.list(null)]);
  if (choices.ok && choices.value.newsroom) return choices.value.newsroom;
  const ours = listed.ok ? listed.value.kits.find(({ isOurs }) => isOurs) : undefined;
  const spec = ours?.specs[0];
  return ours && spec !== undefined ? { kit: ours.id, spec } : null;
}

/** Lays a table for the editor. */
export function kitDesk(bench: DeskBench): KitDesk {
  const { bridge, fit, page, notices } = bench;
  const state = observable<KitDeskState>({ state: "opening" });
  let past: readonly KitDraft[] = [];
  let future: readonly KitDraft[] = [];
  let writingIn: string | null = null;
  const keeper = draftKeeper(bridge.desk.kits);
  let sampler: KitSampler | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let isClosed = false;

  const opened = (): ({ readonly state: "open" } & OpenedKit) | null => {
    const now = state.get();
    return now.state === "open" ? now : null;
  };
  const set = (change: Partial<OpenedKit>): void => {
    const now = opened();
    if (now) state.set({ ...now, ...change });
  };

  const setSample = async (): Promise<void> => {
    const now = opened();
    if (!now || !sampler) return;
    const { kit } = readDraft(now.draft);
    if (!kit) return;
    const own = (turn += 1);
    const answer = await sampler.set(kit, now.spec);
    if (own !== turn) return;
    if (answer.ok) set({ sample: answer.value, sampleTrouble: null });
    else set({ sampleTrouble: answer.error });
  };
  const sampleSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void setSample(), SAMPLE_AFTER_MS);
  };

  const settle = (draft: KitDraft, more: Partial<OpenedKit> = {}): void => {
    const now = opened();
    if (!now) return;
    const specs = listAt(draft.tree, ["specs"]).length;
    set({
      draft,
      troubles: readDraft(draft).troubles,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      spec: Math.min(now.spec, specs - 1),
      said: null,
      ...more,
    });
    keeper.keep(now.id, draft);
    sampleSoon();
  };

  const step = (draft: KitDraft, more: Partial<OpenedKit>, isSameField: boolean): void => {
    const now = opened();
    if (!now || draft === now.draft) return set(more);
    if (!isSameField) past = [...past, now.draft];
    future = [];
    settle(draft, more);
  };

  const lay = async (reading: KitReading, choice: Pick<KitChoice, "spec">): Promise<void> => {
    const { id, isOurs, kit } = reading;
    past = [];
    future = [];
    writingIn = null;
    const draft = (await keeper.read(id, kit)) ?? draftOf(kit);
    if (isClosed) return;
    const spec = Math.max(
      0,
      kit.specs.findIndex(({ name }) => name === choice.spec),
    );
    const story = page.session.get()?.document() ?? null;
    const before = opened();
    sampler ??= kitSampler(bridge.desk, id, story);
    state.set({
      state: "open",
      id,
      isOurs,
      arrival: arrivalText(reading, bench.now.get()),
      draft,
      troubles: readDraft(draft).troubles,
      canUndo: false,
      canRedo: false,
      writing: null,
      part: before?.part ?? "paragraph",
      spec,
      sample: before?.sample ?? null,
      sampleTrouble: null,
      before: null,
      target: fit.state.get().state === "set" ? "story" : "newsroom",
      isSaving: false,
      said: null,
    });
    const asItWas = await sampler.set(kit, spec);
    if (asItWas.ok) set({ before: asItWas.value.story?.lines ?? null, sample: asItWas.value });
    await setSample();
  };

  const open = async (wished: KitChoice | null): Promise<void> => {
    const choice = wished ?? (await usualChoice(bench));
    const read = choice ? await bridge.desk.kits.read({ kit: choice.kit }) : null;
    if (isClosed) return;
    if (!read || !choice) state.set({ state: "failed", why: "" });
    else if (!read.ok) state.set({ state: "failed", why: read.error.message });
    else await lay(read.value, choice);
  };

  /** Who was to use the saved kit uses it. */
  const give = async (kit: KitId, now: OpenedKit, saved: DeskKit): Promise<void> => {
    const spec = saved.specs[now.spec]?.name ?? saved.specs[0]?.name ?? "";
    if (!now.isOurs || now.target === "nobody") return;
    if (now.target === "newsroom") {
      const answer = await bridge.desk.kits.choose({ desk: null, choice: { kit, spec } });
      if (!answer.ok) notices.warn(answer.error.message);
      return;
    }
    const fitted = fit.state.get();
    if (fitted.state === "set") await chooseSetting({ bridge, notices }, fitted, { choice: { kit, spec } });
  };

  const save = async (): Promise<DraftTrouble | null> => {
    const now = opened();
    if (!now || now.isSaving) return null;
    const { kit: drafted, troubles } = readDraft(now.draft);
    const wrong = troubles.find(({ isWarning }) => !isWarning);
    if (!drafted) return wrong ?? null;
    const said = words();
    const isSameName = now.isOurs && drafted.name === now.draft.from.name;
    const kit = isSameName ? { ...drafted, name: said.kit.copyOf({ name: drafted.name }) } : drafted;
    set({ isSaving: true, said: null });
    const saved = await bridge.desk.kits.save({ kit, replaces: now.isOurs ? null : now.id });
    if (!saved.ok) {
      const text = said.kit.notSaved({ why: saved.error.message });
      set({ isSaving: false, said: { text, isTrouble: true } });
      return null;
    }
    const { id, name } = saved.value;
    await give(id, now, kit);
    keeper.drop(now.id);
    const read = await bridge.desk.kits.read({ kit: id });
    if (read.ok && !isClosed) await lay(read.value, { spec: kit.specs[now.spec]?.name ?? "" });
    const text = said.kit.saved({ name, hash: shortHash(id) });
    set({ isSaving: false, said: { text, isTrouble: false } });
    return null;
  };

  return {
    state,
    open,
    save,
    write: (field, text) => {
      const now = opened();
      if (!now) return;
      const isSameField = writingIn === field.id;
      writingIn = field.id;
      step(write(now.draft, field, text), { writing: { id: field.id, text } }, isSameField);
    },
    change: (how) => {
      const now = opened();
      writingIn = null;
      if (now) step(how(now.draft), { writing: null }, false);
    },
    leaveField: () => {
      writingIn = null;
      set({ writing: null });
    },
    undo: () => {
      const now = opened();
      const last = past.at(-1);
      if (!now || !last) return;
      past = past.slice(0, -1);
      future = [now.draft, ...future];
      writingIn = null;
      settle(last, { writing: null });
    },
    redo: () => {
      const now = opened();
      const [next, ...later] = future;
      if (!now || !next) return;
      past = [...past, now.draft];
      future = later;
      writingIn = null;
      settle(next, { writing: null });
    },
    putEverythingBack: () => {
      const now = opened();
      writingIn = null;
      if (now) step(draftOf(now.draft.from), { writing: null }, false);
    },
    show: (where) => {
      writingIn = null;
      set({ ...where, writing: null });
      if (where.spec !== undefined) sampleSoon();
    },
    removeSpec: () => {
      const now = opened();
      if (now) step(withoutSpec(now.draft, now.spec), { writing: null }, false);
    },
    aimAt: (target) => set({ target }),
    close: () => {
      isClosed = true;
      keeper.close();
      clearTimeout(timer);
      turn += 1;
      sampler?.stop();
      sampler = null;
    },
  };
}
