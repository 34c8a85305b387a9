import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { failure, type Failure } from "#shared/contract/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";

/** A file as it was named on the command line. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  ENOTDIR: "is not there",
  EACCES: "may not be read by this user",
  EISDIR: "is a folder; name a file in it",
};

function unreadable(path: string, cause: unknown): Failure {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return failure(
    code === "EISDIR" ? "unsupported-file" : "not-found",
    `${path} ${REASONS[code] ?? "cannot be read"}.`,
    path,
  );
}

function megabytes(bytes: number): string {
  return `${String(Math.ceil(bytes / (1024 * 1024)))} MB`;
}

/** Reads a file. One above the limit is refused before it is read, so that no size can fill the memory. */
export async function readNamedFile(path: string, maxBytes: number): Promise<Result<NamedFile, Failure>> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      const sentence = `${basename(path)} is ${megabytes(size)}; Stet takes at most ${megabytes(maxBytes)}.`;
      return failed(failure("too-large", sentence, basename(path)));
    }
    return ok({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });
  } catch (cause) {
    return failed(unreadable(path, cause));
  }
}
