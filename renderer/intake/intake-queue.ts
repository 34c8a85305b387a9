import { observable, type Observable } from "#renderer/app/observable.ts";
import {
  copyMaxBytes,
  type Desk,
  type Failure,
  type Incoming,
  type OpenStory,
  type ReadKind,
  type Reading,
} from "#shared/contract/index.ts";
import { words } from "#shared/language/index.ts";
import type { Result } from "#shared/rpc/index.ts";

/** Copy that was read, with what the person changed of the kinds, by index of the part. */
export interface ReadCopy {
  readonly incoming: Incoming;
  readonly reading: Reading;
  readonly kinds: Readonly<Record<string, ReadKind>>;
}

/** What copy is read for, and the one line that the person says of it. */
export interface IntakePurpose<Made> {
  /** What it is understood as; stores nothing. */
  readonly read: (incoming: Incoming) => Promise<Result<Reading, Failure>>;
  /** What stands in that line at first. */
  readonly proposed: (reading: Reading) => string;
  /** Why nothing can be made while it is empty. */
  readonly missing: () => string;
  /** `line` is without spaces around it, and never empty. */
  readonly make: (copy: ReadCopy, line: string) => Promise<Result<Made, Failure>>;
}

/** Makes new stories of copy, each under a slug. */
export function newStories(desk: Desk): IntakePurpose<OpenStory> {
  return {
    read: (incoming) => desk.intake.read({ incoming }),
    proposed: ({ slug }) => slug,
    missing: () => words().intake.noSlug,
    make: ({ incoming, kinds }, slug) => desk.intake.accept({ incoming, kinds, slug }),
  };
}

/** What the sheet for bringing copy in shows. */
export type IntakeStep =
  /** Nothing has come yet: there is a box to paste into. `text` is what was left in it. */
  | { readonly step: "waiting"; readonly text: string; readonly trouble: string | null }
  | { readonly step: "reading"; readonly name: string }
  | (ReadCopy & {
      readonly step: "read";
      /** Counts the readings, to tell one from the next. */
      readonly turn: number;
      readonly line: string;
      readonly making: boolean;
      readonly trouble: string | null;
    })
  /** This one cannot be read, and why. */
  | { readonly step: "refused"; readonly name: string; readonly message: string };

export interface IntakeState {
  readonly now: IntakeStep;
  /** How many files wait behind this one. */
  readonly waiting: number;
  /** The file that was taken out of several that came at once, and how many were not; null otherwise. */
  readonly only: { readonly name: string; readonly leftOut: number } | null;
}

/** Copy on its way in, one source after the other. Nothing is made of one until it is taken. */
export interface IntakeQueue<Made = OpenStory> {
  readonly state: Observable<IntakeState>;
  readonly addFiles: (files: readonly File[]) => void;
  /** Reads the first of these in the place of whatever was read before, and says how many others there were. */
  readonly readFirst: (files: readonly File[]) => void;
  readonly keepText: (text: string) => void;
  readonly readText: () => void;
  readonly setKind: (index: number, kind: ReadKind) => void;
  readonly setLine: (line: string) => void;
  /** Makes what this is for of what is shown and moves on. Null where that failed: the reason is in the state. */
  readonly take: () => Promise<Made | null>;
  /** Leaves this one out and moves on. */
  readonly skip: () => void;
  /** Goes back from a reading of pasted text to the text. */
  readonly backToText: () => void;
  /** True where a reading, a refusal or a file waits to be dealt with. */
  readonly busy: () => boolean;
  /** Leaves everything out. */
  readonly clear: () => void;
}

const EMPTY: IntakeStep = { step: "waiting", text: "", trouble: null };
const MEGABYTE = 1024 * 1024;

function tooLarge(name: string, bytes: number): string {
  const [size, most] = [Math.round(bytes / MEGABYTE), copyMaxBytes(name) / MEGABYTE];
  return words().intake.tooLarge({ name, size, most });
}

/** Makes the queue. Of several files each waits its turn. */
export function intakeQueue<Made>(purpose: IntakePurpose<Made>): IntakeQueue<Made> {
  const state = observable<IntakeState>({ now: EMPTY, waiting: 0, only: null });
  let files: readonly File[] = [];
  let only: IntakeState["only"] = null;
  let round = 0;

  const set = (now: IntakeStep): void => state.set({ now, waiting: files.length, only });

  const read = async (incoming: Incoming): Promise<void> => {
    round += 1;
    const turn = round;
    const name = incoming.from === "file" ? incoming.name : words().intake.pasted;
    set({ step: "reading", name });
    const answer = await purpose.read(incoming);
    if (turn !== round) return;
    if (answer.ok) {
      const line = purpose.proposed(answer.value);
      set({
        step: "read",
        turn,
        incoming,
        reading: answer.value,
        kinds: {},
        line,
        making: false,
        trouble: null,
      });
    } else if (incoming.from === "paste") {
      set({ step: "waiting", text: incoming.text, trouble: answer.error.message });
    } else {
      set({ step: "refused", name, message: answer.error.message });
    }
  };

  const readFile = async (file: File): Promise<void> => {
    if (file.size > copyMaxBytes(file.name)) {
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
    only = null;
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
    readFirst: ([file, ...others]) => {
      if (!file) return;
      files = [];
      only = others.length === 0 ? null : { name: file.name, leftOut: others.length };
      void readFile(file);
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
    setLine: (line) => {
      const { now } = state.get();
      if (now.step === "read") set({ ...now, line, trouble: null });
    },
    take: async () => {
      const { now } = state.get();
      if (now.step !== "read" || now.making) return null;
      const line = now.line.trim();
      if (line === "") {
        set({ ...now, trouble: purpose.missing() });
        return null;
      }
      set({ ...now, making: true, trouble: null });
      const answer = await purpose.make(now, line);
      if (!answer.ok) {
        set({ ...now, making: false, trouble: answer.error.message });
        return null;
      }
      moveOn();
      return answer.value;
    },
    skip: moveOn,
    clear: () => {
      files = [];
      moveOn();
    },
    backToText: () => {
      const { now } = state.get();
      if (now.step === "read" && now.incoming.from === "paste") {
        set({ step: "waiting", text: now.incoming.text, trouble: null });
      }
    },
  };
}
