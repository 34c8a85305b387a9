import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { failure, type Failure } from "#shared/contract/failures.ts";
import type { DeskKit, KitId, KitTrouble } from "#shared/fit/kit/index.ts";
import { readKit } from "#shared/fit/kit/read-kit.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "../disk-failure.ts";
import { syncFolder, writeDurably } from "../durable-files.ts";
import { contentName, kitBytes, kitSignature } from "./content-name.ts";
import { houseFiles } from "./house-fonts.ts";
import type { WholeKit } from "./kit-file.ts";
import type { KitPart } from "#shared/language/english/told/kits.ts";
import { told } from "#shared/language/told.ts";

/** A kit that the newsroom has. */
export interface KeptKit {
  readonly id: KitId;
  readonly kit: DeskKit;
  readonly warnings: readonly KitTrouble[];
  /** Whether it comes with Stet rather than from this newsroom's folder. */
  readonly isOurs: boolean;
}

/** A file of a kit in the newsroom's folder, for those who copy and check them; shaped as a photo's. */
export interface KeptKitFile {
  readonly asset: KitId;
  readonly cameAs: string;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * The newsroom's desk kits: `kits/ab/abcdef….json`, with their fonts and licences beside them,
 * each named by the SHA-256 of its bytes and never changed. The kits that come with Stet are there
 * too, from the program's own files.
 */
export interface KitArchive {
  /** Those of the newsroom by name, then those that come with Stet. */
  readonly list: () => readonly KeptKit[];
  /** Gives `not-found`, and `broken-file` where the stored kit is not what it was. */
  readonly read: (id: KitId) => Result<KeptKit, Failure>;
  /** The bytes of a font or licence. Gives `not-found`, `broken-file`. */
  readonly file: (sha256: KitId) => Result<Uint8Array, Failure>;
  /** Takes a kit in with its files. Gives `disk-full`, `not-writable`. */
  readonly add: (whole: Pick<WholeKit, "kit" | "files">) => Promise<Result<KeptKit, Failure>>;
  /** Takes a single file in, for a kit that is being made. Gives `disk-full`, `not-writable`. */
  readonly addFile: (bytes: Uint8Array, extension: ".font" | ".txt") => Promise<Result<KitId, Failure>>;
  /** Forgets a kit; its fonts stay. Gives `not-found`, `not-here` for one that comes with Stet. */
  readonly remove: (id: KitId) => Promise<Result<null, Failure>>;
  /** Every file in the folder. */
  readonly files: () => readonly KeptKitFile[];
}

const ARRIVING = ".arriving-";
const EXTENSIONS = [".json", ".font", ".txt"] as const;
const FILE_NAME = /^([0-9a-f]{64})(\.json|\.font|\.txt)$/;

function nameOf(sha256: KitId, extension: (typeof EXTENSIONS)[number]): string {
  const hash = sha256.slice("sha256:".length);
  return join(hash.slice(0, 2), hash + extension);
}

/** Opens the kits in a newsroom's folder of kits. */
export function openKitArchive(folder: string): KitArchive {
  const known = new Map<KitId, KeptKit>();

  function files(): readonly KeptKitFile[] {
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
      const [, hash, extension] = FILE_NAME.exec(name.slice(3)) ?? [];
      if (hash === undefined || extension === undefined) return [];
      const path = join(folder, name);
      const what =
        extension === ".json" ? "A desk kit" : extension === ".txt" ? "A font's licence" : "A kit's font";
      return [{ asset: `sha256:${hash}`, cameAs: what, name, path, bytes: statSync(path).size } as const];
    });
  }

  function damaged(sha256: KitId, part: KitPart): Failure {
    return failure("broken-file", told("kitFileDamaged", { part, folder }), sha256);
  }

  function stored(id: KitId): Result<KeptKit, Failure> {
    const path = join(folder, nameOf(id, ".json"));
    if (!existsSync(path)) return failed(failure("not-found", told("noKit"), id));
    const bytes = new Uint8Array(readFileSync(path));
    if (contentName(bytes) !== id) return failed(damaged(id, "kit"));
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const read = readKit(json);
    if (!read.ok) return failed(damaged(id, "kit"));
    return ok({ id, ...read.value, isOurs: false });
  }

  function read(id: KitId): Result<KeptKit, Failure> {
    const kept = known.get(id);
    if (kept) return ok(kept);
    const house = houseFiles().kits.get(id);
    const found = house ? ok({ id, kit: house, warnings: [], isOurs: true }) : stored(id);
    if (found.ok) known.set(id, found.value);
    return found;
  }

  function list(): readonly KeptKit[] {
    const own = files()
      .filter(({ name }) => name.endsWith(".json"))
      .flatMap(({ asset }) => {
        const kept = read(asset);
        return kept.ok && !kept.value.isOurs ? [kept.value] : [];
      })
      .toSorted((a, b) => a.kit.name.localeCompare(b.kit.name) || (a.id < b.id ? -1 : 1));
    const ours = [...houseFiles().kits].map(([id, kit]) => ({ id, kit, warnings: [], isOurs: true }));
    return [...own, ...ours];
  }

  function file(sha256: KitId): Result<Uint8Array, Failure> {
    const house = houseFiles().bytes(sha256);
    if (house) return ok(house);
    const path = [".font", ".txt"]
      .map((end) => join(folder, sha256.slice(7, 9), sha256.slice(7) + end))
      .find(existsSync);
    if (path === undefined) return failed(failure("not-found", told("noFont"), sha256));
    const bytes = new Uint8Array(readFileSync(path));
    return contentName(bytes) === sha256 ? ok(bytes) : failed(damaged(sha256, "font"));
  }

  /** The bytes are on the disk under their name when this returns, or nothing is. */
  async function place(bytes: Uint8Array, extension: (typeof EXTENSIONS)[number]): Promise<KitId> {
    const sha256 = contentName(bytes);
    const path = join(folder, nameOf(sha256, extension));
    if (existsSync(path) && contentName(new Uint8Array(readFileSync(path))) === sha256) return sha256;
    await mkdir(dirname(path), { recursive: true });
    const arriving = join(folder, ARRIVING + randomUUID());
    try {
      await writeDurably(arriving, bytes);
      await rename(arriving, path);
      await syncFolder(dirname(path));
      await syncFolder(folder);
    } finally {
      await rm(arriving, { force: true });
    }
    return sha256;
  }

  async function add({
    kit,
    files: bytesOf,
  }: Pick<WholeKit, "kit" | "files">): Promise<Result<KeptKit, Failure>> {
    const id = kitSignature(kit);
    if (houseFiles().kits.has(id)) return read(id);
    try {
      for (const { sha256, licenceSha256 } of kit.fonts) {
        for (const [wanted, extension] of [
          [sha256, ".font"],
          [licenceSha256, ".txt"],
        ] as const) {
          const bytes = bytesOf.get(wanted);
          if (bytes && !houseFiles().bytes(wanted)) await place(bytes, extension);
        }
      }
      await place(kitBytes(kit), ".json");
    } catch (error) {
      const trouble = diskFailure(error, folder);
      return failed({ ...trouble, message: `The kit “${kit.name}” was not taken in. ${trouble.message}` });
    }
    known.delete(id);
    return read(id);
  }

  async function addFile(bytes: Uint8Array, extension: ".font" | ".txt"): Promise<Result<KitId, Failure>> {
    try {
      return ok(await place(bytes, extension));
    } catch (error) {
      return failed(diskFailure(error, folder));
    }
  }

  async function remove(id: KitId): Promise<Result<null, Failure>> {
    const kept = read(id);
    if (!kept.ok) return kept;
    if (kept.value.isOurs) {
      return failed(failure("not-here", told("kitStays", { kit: kept.value.kit.name }), id));
    }
    try {
      await rm(join(folder, nameOf(id, ".json")));
      await syncFolder(folder);
    } catch (error) {
      return failed(diskFailure(error, folder));
    }
    known.delete(id);
    return ok(null);
  }

  return { list, read, file, add, addFile, remove, files };
}
