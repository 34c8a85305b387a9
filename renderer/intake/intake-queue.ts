import { observable, type Observable } from "#renderer/app/observable.ts";
import {
  INTAKE_MAX_BYTES,
  type Desk,
  type Incoming,
  type OpenStory,
  type ReadKind,
  type Reading,
} from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";

/** What the sheet for bringing copy in shows. */
export type IntakeStep =
  /** Nothing has come yet: there is a box to paste into. `text` is what was left in it. */
  | { readonly step: "waiting"; readonly text: string; readonly trouble: string | null }
  | { readonly step: "reading"; readonly name: string }
  | {
      readonly step: "read";
      /** Counts the readings, to tell one from the next. */
      readonly turn: number;
      readonly incoming: Incoming;
      readonly reading: Reading;
      /** What the person changed, by index of the part. */
      readonly kinds: Readonly<Record<string, ReadKind>>;
      readonly slug: string;
      readonly bringing: boolean;
      readonly trouble: string | null;
    }
  /** This one cannot be read, and why. */
  | { readonly step: "refused"; readonly name: string; readonly message: string };

export interface IntakeState {
  readonly now: IntakeStep;
  /** How many files wait behind this one. */
  readonly waiting: number;
}

/** Copy on its way in, one source after the other. Nothing is stored until one is brought in. */
export interface IntakeQueue {
  readonly state: Observable<IntakeState>;
  readonly addFiles: (files: readonly File[]) => void;
  readonly keepText: (text: string) => void;
  readonly readText: () => void;
  readonly setKind: (index: number, kind: ReadKind) => void;
  readonly setSlug: (slug: string) => void;
  /** Makes the story of what is shown and moves on. Null where that failed: the reason is in the state. */
  readonly bringIn: () => Promise<OpenStory | null>;
  /** Leaves this one out and moves on. */
  readonly skip: () => void;
  /** Goes back from a reading of pasted text to the text. */
  readonly backToText: () => void;
  /** True where a reading, a refusal or a file waits to be dealt with. */
  readonly busy: () => boolean;
}

const EMPTY: IntakeStep = { step: "waiting", text: "", trouble: null };
const MEGABYTE = 1024 * 1024;

function tooLarge(name: string, bytes: number): string {
  const [size, most] = [Math.round(bytes / MEGABYTE), INTAKE_MAX_BYTES / MEGABYTE];
  return words().intake.tooLarge({ name, size, most });
}

/** Makes the queue. Of several files each waits its turn. */
export function intakeQueue(desk: Desk): IntakeQueue {
  const state = observable<IntakeState>({ now: EMPTY, waiting: 0 });
  let files: readonly File[] = [];
  let round = 0;

  const set = (now: IntakeStep): void => state.set({ now, waiting: files.length });

  const read = async (incoming: Incoming): Promise<void> => {
    round += 1;
    const turn = round;
    const name = incoming.from === "file" ? incoming.name : words().intake.pasted;
    set({ step: "reading", name });
    const answer = await desk.intake.read({ incoming });
    if (turn !== round) return;
    if (answer.ok) {
      const { slug } = answer.value;
      set({
        step: "read",
        turn,
        incoming,
        reading: answer.value,
        kinds: {},
        slug,
        bringing: false,
        trouble: null,
      });
    } else if (incoming.from === "paste") {
      set({ step: "waiting", text: incoming.text, trouble: answer.error.message });
    } else {
      set({ step: "refused", name, message: answer.error.message });
    }
  };

  const readFile = async (file: File): Promise<void> => {
    if (file.size > INTAKE_MAX_BYTES) {
      set({ step: "refused", name: file.name, message: tooLarge(file.name, file.size) });
      return;
    }
    set({ step: "reading", name: file.name });
    try {
      await read({ from: "file", name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      const message = words().intake.unreadable({ name: file.name });
      set({ step: "refused", name: file.name, message });
    }
  };

  const moveOn = (): void => {
    const [next, ...rest] = files;
    files = rest;
    round += 1;
    if (next) void readFile(next);
    else set(EMPTY);
  };

  const busy = (): boolean => state.get().now.step !== "waiting";

  return {
    state,
    busy,
    addFiles: (more) => {
      files = [...files, ...more];
      if (busy()) state.set({ ...state.get(), waiting: files.length });
      else moveOn();
    },
    keepText: (text) => set({ step: "waiting", text, trouble: null }),
    readText: () => {
      const { now } = state.get();
      if (now.step === "waiting") void read({ from: "paste", text: now.text });
    },
    setKind: (index, kind) => {
      const { now } = state.get();
      if (now.step === "read") set({ ...now, kinds: { ...now.kinds, [String(index)]: kind } });
    },
    setSlug: (slug) => {
      const { now } = state.get();
      if (now.step === "read") set({ ...now, slug, trouble: null });
    },
    bringIn: async () => {
      const { now } = state.get();
      if (now.step !== "read" || now.bringing) return null;
      const slug = now.slug.trim();
      if (slug === "") {
        set({ ...now, trouble: words().intake.noSlug });
        return null;
      }
      set({ ...now, bringing: true, trouble: null });
      const answer = await desk.intake.accept({ incoming: now.incoming, kinds: now.kinds, slug });
      if (!answer.ok) {
        set({ ...now, bringing: false, trouble: answer.error.message });
        return null;
      }
      moveOn();
      return answer.value;
    },
    skip: moveOn,
    backToText: () => {
      const { now } = state.get();
      if (now.step === "read" && now.incoming.from === "paste") {
        set({ step: "waiting", text: now.incoming.text, trouble: null });
      }
    },
  };
}
