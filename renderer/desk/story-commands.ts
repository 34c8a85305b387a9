import type { Command, Title } from "#renderer/app/commands.ts";
import type { Workbench } from "#renderer/app/workbench.ts";
import type { StorySummary } from "#shared/contract/index.ts";
import { STORY_STATUSES } from "#shared/newsroom/index.ts";
import { duplicate, moveToBin, putBackFromBin, sendTo } from "./story-moves.ts";

/** One thing that the desk does with a story as a whole. */
export interface StoryMove {
  readonly id: string;
  readonly title: Title;
  readonly isFor: (story: StorySummary) => boolean;
  readonly run: (bench: Workbench, story: StorySummary) => void;
}

const onDesk = ({ binned }: StorySummary): boolean => binned === undefined;

/** Everything that the desk does with a story as a whole, in the order of menus. */
export const STORY_MOVES: readonly StoryMove[] = [
  ...STORY_STATUSES.map((status): StoryMove => ({
    id: `story.status.${status}`,
    title: ({ story }) => story.statuses[status].command,
    isFor: (story) => onDesk(story) && story.facts.status !== status,
    run: (bench, story) => void sendTo(bench, story, status),
  })),
  {
    id: "story.duplicate",
    title: ({ desk }) => desk.commands.duplicate,
    isFor: () => true,
    run: (bench, story) => void duplicate(bench, story),
  },
  {
    id: "story.spike",
    title: ({ desk }) => desk.commands.spike,
    isFor: onDesk,
    run: ({ floor, spiking }, story) => {
      spiking.set(story);
      floor.give("spike");
    },
  },
  {
    id: "story.bin",
    title: ({ desk }) => desk.commands.bin,
    isFor: onDesk,
    run: (bench, story) => void moveToBin(bench, story),
  },
  {
    id: "story.unbin",
    title: ({ desk }) => desk.commands.unbin,
    isFor: (story) => !onDesk(story),
    run: (bench, story) => void putBackFromBin(bench, story),
  },
];

/** The same for the story on the page, as commands. */
export function storyMoveCommands(bench: Workbench): readonly Command[] {
  const open = (): StorySummary | null => bench.page.summary.get();
  return STORY_MOVES.map(({ id, title, isFor, run }) => ({
    id,
    title,
    group: "Story",
    keys: null,
    enabled: () => {
      const story = open();
      return story !== null && isFor(story);
    },
    run: () => {
      const story = open();
      if (story !== null) run(bench, story);
    },
  }));
}
