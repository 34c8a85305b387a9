import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { Desk } from "#shared/contract/index.ts";
import { failure, type Failure } from "#shared/contract/failures.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import { diskFailure } from "./disk-failure.ts";
import { holdsNewsroom } from "./newsroom-choice.ts";
import { told } from "#shared/language/told.ts";

/** A core of its own, running on a folder. */
export interface SampleWorkshop {
  readonly desk: Desk;
  readonly close: () => Promise<void>;
}

/**
 * Makes the sample newsroom where there is none: it is filled in a folder beside its place and
 * moved there whole, so that a crash half-way leaves no half sample. Gives what filling gives,
 * `disk-full` and `not-writable`.
 */
export async function makeSample(
  folder: string,
  openWorkshop: (folder: string) => Promise<SampleWorkshop>,
  fill: (desk: Desk) => Promise<Result<null, Failure>>,
): Promise<Result<null, Failure>> {
  if (holdsNewsroom(folder)) return ok(null);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    return failed(failure("not-writable", told("sampleInTheWay", { folder }), folder));
  }
  const fresh = `${folder}.new`;
  try {
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(fresh, { recursive: true, force: true });
    const workshop = await openWorkshop(fresh);
    const opened = await workshop.desk.host.openNewsroom({ kind: "own" });
    const filled = opened.ok ? await fill(workshop.desk) : opened;
    await workshop.close();
    if (!filled.ok) return filled;
    if (existsSync(folder)) rmdirSync(folder);
    renameSync(fresh, folder);
    return ok(null);
  } catch (error) {
    return failed(diskFailure(error, folder));
  }
}
