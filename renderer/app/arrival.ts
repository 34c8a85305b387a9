import type { Desk, FailureCode, HostInfo } from "#shared/contract/index.ts";
import { ok, type CallFailure, type Result } from "#shared/rpc/index.ts";

/** What a newsroom tells a window that comes to it: the person's choices, and the story that was open last. */
export interface Arrival {
  readonly choices: Awaited<ReturnType<Desk["settings"]["read"]>>;
  readonly last: Awaited<ReturnType<Desk["stories"]["openLast"]>>;
}

/** Where the window is, and what it is told there; nothing of that is worth anything where no newsroom is open. */
export interface Beginning {
  readonly info: HostInfo;
  readonly arrival: Arrival;
}

/** Asks the newsroom that is open. */
export async function arrive(desk: Desk): Promise<Arrival> {
  const [choices, last] = await Promise.all([desk.settings.read(null), desk.stories.openLast(null)]);
  return { choices, last };
}

/** Asks the host and its newsroom in one breath: each question that waits for an answer first makes the start longer. */
export async function begin(desk: Desk): Promise<Result<Beginning, CallFailure<FailureCode>>> {
  const [info, arrival] = await Promise.all([desk.host.info(null), arrive(desk)]);
  return info.ok ? ok({ info: info.value, arrival }) : info;
}
