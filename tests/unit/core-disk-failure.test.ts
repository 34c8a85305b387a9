import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { diskFailure } from "#main/core/disk-failure.ts";

function errorOf(code: string): Error {
  return Object.assign(new Error("as the system says it"), { code });
}

describe("what the disk refuses", () => {
  it.each([
    ["ENOSPC", "disk-full"],
    ["EDQUOT", "disk-full"],
    ["SQLITE_FULL", "disk-full"],
    ["EROFS", "not-writable"],
    ["EACCES", "not-writable"],
    ["SQLITE_READONLY", "not-writable"],
    ["SQLITE_READONLY_DBMOVED", "not-writable"],
    ["SQLITE_CANTOPEN", "not-writable"],
    ["SQLITE_IOERR_WRITE", "not-writable"],
    ["SQLITE_CORRUPT", "damaged"],
    ["SQLITE_CORRUPT_VTAB", "damaged"],
    ["SQLITE_NOTADB", "damaged"],
    ["SQLITE_BUSY", "newsroom-in-use"],
  ])("is, for %s, the failure %s, in a sentence that names the folder", (code, expected) => {
    const failure = diskFailure(errorOf(code), tmpdir());
    expect(failure).toMatchObject({ code: expected, about: tmpdir() });
    expect(failure.message).toContain(tmpdir());
  });

  it("is nothing else: a defect stays a defect", () => {
    const defect = errorOf("SQLITE_CONSTRAINT_UNIQUE");
    expect(() => diskFailure(defect, tmpdir())).toThrow(defect);
    expect(() => diskFailure("no error at all", tmpdir())).toThrow("no error at all");
  });
});
