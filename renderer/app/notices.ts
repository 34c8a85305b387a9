import { observable, type MutableObservable, type Observable } from "./observable.ts";

/** A sentence that the person should see now: something went wrong, or something is done. */
export interface Notice {
  readonly id: number;
  readonly tone: "plain" | "wrong";
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** Another thing that can be done about it. */
  readonly otherAction?: NonNullable<Notice["action"]>;
}

export interface Notices {
  readonly shown: Observable<readonly Notice[]>;
  readonly tell: (text: string, action?: Notice["action"]) => void;
  readonly warn: (
    text: string,
    action?: Notice["action"],
    otherAction?: NonNullable<Notice["action"]>,
  ) => void;
  readonly dismiss: (id: number) => void;
}

const PLAIN_STAYS_MS = 6_000;
const MOST_SHOWN = 4;

/**
 * Keeps the notices. A plain one goes by itself; one about something wrong stays until it is
 * dismissed. A sentence that already stands there is not said twice.
 */
export function noticeBoard(): Notices {
  const shown: MutableObservable<readonly Notice[]> = observable<readonly Notice[]>([]);
  let nextId = 1;

  const dismiss = (id: number): void => shown.set(shown.get().filter((notice) => notice.id !== id));

  const add = (
    tone: Notice["tone"],
    text: string,
    action: Notice["action"] = null,
    otherAction?: NonNullable<Notice["action"]>,
  ): void => {
    if (shown.get().some((notice) => notice.text === text)) return;
    const notice: Notice = { id: nextId, tone, text, action, ...(otherAction ? { otherAction } : {}) };
    nextId += 1;
    shown.set([...shown.get(), notice].slice(-MOST_SHOWN));
    if (tone === "plain") setTimeout(() => dismiss(notice.id), PLAIN_STAYS_MS);
  };

  return {
    shown,
    dismiss,
    tell: (text, action) => add("plain", text, action),
    warn: (text, action, otherAction) => add("wrong", text, action, otherAction),
  };
}
