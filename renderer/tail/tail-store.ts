import { lateCode } from "#renderer/app/late-part.ts";
import type { Tail, TailKey } from "./tail.ts";

/** Where tails wait: the IndexedDB of the address that shows Stet. Nothing here ever throws. */
export interface TailStore {
  /** False where the browser could not keep it. */
  readonly put: (tail: Tail) => Promise<boolean>;
  readonly drop: (key: TailKey) => Promise<void>;
  /** Those of one newsroom, oldest first. One that cannot be read stays where it is and is left out. */
  readonly of: (newsroom: string) => Promise<readonly Tail[]>;
  /** Tells when another window has put a tail back or thrown it away. */
  readonly onDropped: (listener: () => void) => () => void;
}

const DATABASE = "stet-tails";
const STORE = "tails";
const CHANNEL = "stet-tails";

const schema = lateCode(async () => (await import("./tail-schema.ts")).tailSchema);

function answered<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB refused.")));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    for (const end of ["abort", "error"])
      transaction.addEventListener(end, () => reject(transaction.error ?? new Error("IndexedDB refused.")));
  });
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(STORE, { keyPath: ["newsroom", "story", "window"] });
  });
  // A browser that runs out of room throws away what was not said to be worth keeping.
  void navigator.storage.persist();
  return answered(request);
}

/** Opens the tails of this browser; the database is made when it is first needed. */
export function openTailStore(): TailStore {
  let database: Promise<IDBDatabase> | null = null;
  const channel = new BroadcastChannel(CHANNEL);

  const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
    database ??= opened();
    try {
      const transaction = (await database).transaction(STORE, mode, { durability: "strict" });
      return transaction.objectStore(STORE);
    } catch (cause) {
      // The browser has closed it, or it could not be opened: the next try begins anew.
      database = null;
      throw cause;
    }
  };

  const change = async (work: (tails: IDBObjectStore) => void): Promise<boolean> => {
    try {
      const tails = await store("readwrite");
      const done = committed(tails.transaction);
      work(tails);
      await done;
      return true;
    } catch {
      return false;
    }
  };

  return {
    put: (tail) => change((tails) => tails.put(tail)),
    drop: async ({ newsroom, story, window }) => {
      await change((tails) => tails.delete([newsroom, story, window]));
      channel.postMessage(null);
    },
    of: async (newsroom) => {
      try {
        const tails = await store("readonly");
        const found = await answered<unknown[]>(tails.getAll(IDBKeyRange.bound([newsroom], [newsroom, []])));
        if (found.length === 0) return [];
        const tailSchema = await schema.ready();
        return found
          .flatMap((one) => {
            const tail = tailSchema.safeParse(one);
            return tail.success ? [tail.data] : [];
          })
          .toSorted((a, b) => a.atMs - b.atMs);
      } catch {
        return [];
      }
    },
    onDropped: (listener) => {
      channel.addEventListener("message", listener);
      return () => channel.removeEventListener("message", listener);
    },
  };
}
