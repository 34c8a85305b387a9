import { existsSync } from "node:fs";
import { join } from "node:path";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { HostInfo, NewsroomInfo } from "#shared/contract/host.ts";
import type { SafetyStatus } from "#shared/contract/safety.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "./current-newsroom.ts";
import { DATABASE_NAME } from "./db/database-file.ts";
import type { TellRecovery } from "./db/newsroom-db.ts";
import { diskFailure } from "./disk-failure.ts";
import { openNewsroom, type Newsroom } from "./newsroom.ts";
import { told } from "#shared/language/told.ts";

type Kind = NewsroomInfo["kind"];

/** Opens one newsroom after another. */
export interface NewsroomDoor {
  readonly info: () => NewsroomInfo | null;
  /** Why the newsroom that was asked for last did not open; null where it did. */
  readonly trouble: () => string | null;
  /**
   * Opens a newsroom and closes the one that was open. Where it does not open, the one that was
   * open stays. Asking for the one that is open already changes nothing.
   */
  readonly open: (kind: Kind) => Promise<Result<NewsroomInfo, Failure>>;
  /** Lets nobody in any more and closes the newsroom that is open, once nobody works in it. */
  readonly close: () => Promise<void>;
}

export interface NewsroomDoorOptions {
  readonly folders: Readonly<Record<Kind, string>>;
  readonly host: HostInfo["host"];
  readonly now: () => number;
  /** Tells every window how safe the open newsroom is. */
  readonly tellSafety: (status: SafetyStatus) => void;
  readonly onRecovery?: TellRecovery;
  /** Makes a newsroom of this kind ready to be opened. */
  readonly prepare: (kind: Kind) => Promise<Result<null, Failure>>;
}

/** Leads into `current`, one opening at a time. */
export function newsroomDoor(
  current: CurrentNewsroom,
  { folders, prepare, ...opening }: NewsroomDoorOptions,
): NewsroomDoor {
  let trouble: string | null = null;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const enter = async (kind: Kind): Promise<Result<NewsroomInfo, Failure>> => {
    if (closed) return failed(failure("unavailable", told("closing")));
    const before = current.get();
    if (before?.folder === folders[kind]) return ok(before.info());
    const ready = await prepare(kind);
    if (!ready.ok) return ready;
    const opened = await openNewsroom({ folder: folders[kind], kind, ...opening });
    if (!opened.ok) return opened;
    await current.replace(opened.value);
    return ok(opened.value.info());
  };

  /** Opens a newsroom anew whose disk was unplugged and is back; until then, says that it is gone. */
  const bringBack = async (gone: Newsroom): Promise<Result<null, Failure>> => {
    if (current.get() !== gone || gone.isInPlace()) return ok(null);
    const { folder, kind } = gone.info();
    if (!existsSync(join(folder, DATABASE_NAME))) {
      return failed(failure("not-writable", told("newsroomGone", { folder }), folder));
    }
    const opened = await openNewsroom({ folder, kind, ...opening });
    if (!opened.ok) return opened;
    try {
      await current.replace(opened.value);
    } catch (error) {
      // What was left of the old one lies on a disk that is gone.
      diskFailure(error, folder);
    }
    return ok(null);
  };

  const inTurn = <Value>(task: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(task);
    turn = result.catch(() => undefined);
    return result;
  };

  current.whenGone((gone) => inTurn(() => bringBack(gone)));

  return {
    info: () => current.get()?.info() ?? null,
    trouble: () => trouble,
    open: (kind) =>
      inTurn(async () => {
        const entered = await enter(kind);
        trouble = entered.ok ? null : entered.error.message;
        return entered;
      }),
    close: () =>
      inTurn(async () => {
        closed = true;
        await current.replace(null);
      }),
  };
}
