import { observable, type Observable } from "#renderer/app/observable.ts";
import type {
  Desk,
  HealthReport,
  MadeBackup,
  RecoveryNews,
  RestoreTest,
  SafetyStatus,
} from "#shared/contract/index.ts";
import { longRun, type LongRun } from "./long-run.ts";

/** What the window knows of the newsroom's safety, and what it has the newsroom do for it. */
export interface SafetyDesk {
  /** Kept up to date by the newsroom; null until it has answered. */
  readonly status: Observable<SafetyStatus | null>;
  /** Why the status is not known; null where it is, or is still awaited. */
  readonly trouble: Observable<string | null>;
  readonly backup: LongRun<MadeBackup>;
  readonly restoreTest: LongRun<RestoreTest>;
  readonly check: LongRun<HealthReport>;
  /** What happened at the last start and was not read yet; null for nothing. */
  readonly news: Observable<RecoveryNews | null>;
  /** Asks for the status anew. */
  readonly read: () => Promise<void>;
  /** Asks what happened at the start; null where the newsroom does not say. */
  readonly readNews: () => Promise<RecoveryNews | null>;
  /** The person has read the news. */
  readonly newsRead: () => Promise<void>;
  /** Gives the sentence that says why the folder was not taken; null where it was. */
  readonly chooseSecondFolder: (folder: string | null) => Promise<string | null>;
  /** Another newsroom is open: nothing that is known is true any more. */
  readonly forget: () => void;
}

/** Follows the safety of the newsroom that is open. */
export function safetyDesk({ safety }: Pick<Desk, "safety">): SafetyDesk {
  const status = observable<SafetyStatus | null>(null);
  const trouble = observable<string | null>(null);
  const news = observable<RecoveryNews | null>(null);
  const backup = longRun((options) => safety.backUpNow({}, options));
  const restoreTest = longRun((options) => safety.testRestore(null, options));
  const check = longRun((options) => safety.check(null, options));

  const know = (next: SafetyStatus): void => {
    status.set(next);
    trouble.set(null);
  };
  safety.on("changed", know);

  return {
    status,
    trouble,
    news,
    backup,
    restoreTest,
    check,
    read: async () => {
      const answer = await safety.status(null);
      if (answer.ok) know(answer.value);
      else trouble.set(answer.error.message);
    },
    readNews: async () => {
      const answer = await safety.recovery(null);
      if (!answer.ok) return null;
      const { uncleanEnd, report } = answer.value;
      news.set(uncleanEnd === null && report === null ? null : answer.value);
      return answer.value;
    },
    newsRead: async () => {
      news.set(null);
      await safety.recoverySeen(null);
    },
    chooseSecondFolder: async (folder) => {
      const answer = await safety.setSecondFolder({ folder });
      if (!answer.ok) return answer.error.message;
      know(answer.value);
      return null;
    },
    forget: () => {
      status.set(null);
      trouble.set(null);
      news.set(null);
      for (const run of [backup, restoreTest, check]) run.forget();
    },
  };
}
