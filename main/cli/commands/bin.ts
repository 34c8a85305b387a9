import type { Desk, Failure, StorySummary } from "#shared/contract/index.ts";
import type { Result } from "#shared/rpc/index.ts";
import { oneLine, printJson, refused, type RunCommand } from "../command-session.ts";
import { findStory } from "../find-story.ts";
import { EXIT } from "../terminal.ts";

type Move = (desk: Desk) => Promise<Result<StorySummary, Failure>>;

function moving(move: Move, done: string): RunCommand {
  return async ({ desk, terminal, json }) => {
    const moved = await move(desk);
    if (!moved.ok) return refused(terminal, moved.error);
    if (json) printJson(terminal, moved.value);
    else terminal.print(`${moved.value.id}  ${oneLine(moved.value.facts.slug)}  ${done}`);
    return EXIT.done;
  };
}

/** Puts a story into the bin; `why` may be empty. */
export function binStory(named: string, why: string): RunCommand {
  return moving(async (desk) => {
    const story = await findStory(desk, named);
    return story.ok ? desk.stories.bin({ story: story.value, why }) : story;
  }, "in the bin");
}

/** Takes a story out of the bin. */
export function unbinStory(named: string): RunCommand {
  return moving(async (desk) => {
    const story = await findStory(desk, named, "bin");
    return story.ok ? desk.stories.unbin({ story: story.value }) : story;
  }, "out of the bin");
}
