import { observable, type Observable } from "#renderer/app/observable.ts";

/** Something that can be done about a notice, in place. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Something the person should know, said in the page and put away by them. */
export interface Notice {
  readonly id: number;
  readonly tone: "wrong" | "note" | "busy" | "quiet";
  readonly text: string;
  readonly actions: readonly NoticeAction[];
}

/** The notices of one open story. */
export interface NoticeBoard {
  readonly notices: Observable<readonly Notice[]>;
  /** Puts up a notice; call what it gives to take it down or, with a text, to change it: its actions go then. */
  readonly put: (
    tone: Notice["tone"],
    text: string,
    actions?: readonly NoticeAction[],
  ) => (text?: string) => void;
  readonly dismiss: (id: number) => void;
}

export function noticeBoard(): NoticeBoard {
  const notices = observable<readonly Notice[]>([]);
  let lastId = 0;
  const dismiss = (id: number): void => {
    notices.set(notices.get().filter((notice) => notice.id !== id));
  };
  return {
    notices,
    dismiss,
    put: (tone, text, actions = []) => {
      lastId += 1;
      const id = lastId;
      notices.set([...notices.get(), { id, tone, text, actions }]);
      return (changed) => {
        if (changed === undefined) dismiss(id);
        else
          notices.set(
            notices
              .get()
              .map((notice) => (notice.id === id ? { ...notice, text: changed, actions: [] } : notice)),
          );
      };
    },
  };
}
