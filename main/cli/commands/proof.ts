import { rename, rm, writeFile } from "node:fs/promises";
import { diskFailure } from "#main/core/disk-failure.ts";
import {
  failure,
  KIT_FILE_MAX_BYTES,
  type Failure,
  type ProofPaper,
  type ProofRequest,
} from "#shared/contract/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";
import { printJson, refused, typedPath, type RunCommand } from "../command-session.ts";
import { findStory } from "../find-story.ts";
import { readNamedFile } from "../read-file.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export interface ProofChoices {
  readonly out: string;
  readonly kitFile: string | null;
  readonly spec: string | null;
  readonly paper: ProofPaper | null;
  readonly profile: string | null;
}

/** Writes a file whole or not at all: what stood there before goes only when the new one is there. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<null, Failure>> {
  const arriving = `${path}.part`;
  try {
    await writeFile(arriving, bytes, { flush: true });
    await rename(arriving, path);
    return ok(null);
  } catch (error) {
    await rm(arriving, { force: true });
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return failed(failure("not-found", `There is no folder for ${path}. Make it first.`, path));
    }
    return failed(diskFailure(error, path));
  }
}

async function kitFileOf(
  path: string | null,
  terminal: Terminal,
): Promise<Result<ProofRequest["kitFile"], Failure>> {
  return path === null ? ok(null) : readNamedFile(typedPath(terminal, path), KIT_FILE_MAX_BYTES);
}

/** Writes a proof of a story. */
export function proofStory(named: string, { out, kitFile, spec, paper, profile }: ProofChoices): RunCommand {
  return async ({ desk, terminal, json }) => {
    const id = await findStory(desk, named);
    if (!id.ok) return refused(terminal, id.error);
    const kit = await kitFileOf(kitFile, terminal);
    if (!kit.ok) return refused(terminal, kit.error);
    const icc = profile === null ? null : typedPath(terminal, profile);
    const proof = await desk.exporting.proof({
      story: id.value,
      kitFile: kit.value,
      spec,
      paper,
      profile: icc,
    });
    if (!proof.ok) return refused(terminal, proof.error);
    const path = typedPath(terminal, out);
    const { bytes } = proof.value;
    const losses = proof.value.losses.map(({ message }) => message);
    const written = await writeWhole(path, bytes);
    if (!written.ok) return refused(terminal, written.error);
    if (json) printJson(terminal, { file: path, bytes: bytes.byteLength, losses });
    else terminal.print([path, ...losses.map((loss) => `  ${loss}`)].join("\n"));
    return EXIT.done;
  };
}
