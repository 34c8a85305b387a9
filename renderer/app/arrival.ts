import type { Desk, FailureCode, HostInfo, StoryId } from "#shared/contract/index.ts";
import { ok, type CallFailure, type Result } from "#shared/rpc/index.ts";

/** What a newsroom tells a window that comes to it: the person's choices, and the story to begin with. */
export interface Arrival {
  /** The story that the window was opened for; null for the one that was open last. */
  readonly asked: StoryId | null;
  readonly choices: Awaited<ReturnType<Desk["settings"]["read"]>>;
  readonly last: Awaited<ReturnType<Desk["stories"]["openLast"]>>;
}

/** Where the window is, and what it is told there; nothing of that is worth anything where no newsroom is open. */
export interface Beginning {
  readonly info: HostInfo;
  readonly arrival: Arrival;
}

/** Asks the newsroom that is open. */
export async function arrive(desk: Desk, asked: StoryId | null = null): Promise<Arrival> {
  const story = asked === null ? desk.stories.openLast(null) : desk.stories.open({ story: asked });
  const [choices, last] = await Promise.all([desk.settings.read(null), story]);
  return { asked, choices, last };
}

/** Asks the host and its newsroom in one breath: each question that waits for an answer first makes the start longer. */
export async function begin(
  desk: Desk,
  asked: StoryId | null = null,
): Promise<Result<Beginning, CallFailure<FailureCode>>> {
  const [info, arrival] = await Promise.all([desk.host.info(null), arrive(desk, asked)]);
  return info.ok ? ok({ info: info.value, arrival }) : info;
}
