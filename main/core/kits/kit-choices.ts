import {
  kitChoiceSchema,
  storyKitChoiceSchema,
  type KitChoice,
  type KitChoices,
  type KitInUse,
  type StoryKitChoice,
} from "#shared/contract/kits.ts";
import type { KitId } from "#shared/fit/kit/index.ts";
import type { Calibrations } from "./calibration.ts";
import type { KeptKit, KitArchive } from "./kit-archive.ts";
import { KIT_ROWS, type KitRows } from "./kit-rows.ts";
import { told, type Told } from "#shared/language/told.ts";

/** Which kit and column spec each desk and story is set in. */
export interface KitChooser {
  readonly choices: () => KitChoices;
  readonly choose: (desk: string | null, choice: KitChoice | null) => void;
  readonly chooseForStory: (story: string, choice: StoryKitChoice) => void;
  readonly inUse: (story: string, desk: string) => KitInUse;
  /** Has everybody who had chosen `from` use `to`, where it has the column spec. */
  readonly replace: (from: KitId, to: KeptKit) => void;
}

const NEWSROOM = "newsroom";
const NO_CHOICE: StoryKitChoice = { choice: null, legs: null, headline: null };

const deskRow = (desk: string): string => `desk:${desk}`;
const OF_STORY = "story:";
const storyRow = (story: string): string => OF_STORY + story;

/** How the names of the rows begin that say what one story is set in; its id follows. */
export const STORY_CHOICE_ROWS = KIT_ROWS + OF_STORY;

function hasSpec({ kit }: KeptKit, spec: string): boolean {
  return kit.specs.some(({ name }) => name === spec);
}

/** Opens the choices of a newsroom. */
export function openKitChooser(rows: KitRows, archive: KitArchive, calibrations: Calibrations): KitChooser {
  function stetChoice(): KitChoice {
    const ours = archive.list().find(({ isOurs }) => isOurs);
    const spec = ours?.kit.specs[0];
    if (!ours || !spec) throw new Error("The kits that come with Stet are not there.");
    return { kit: ours.id, spec: spec.name };
  }

  /** Why a choice cannot be used; null where it can. */
  function troubleWith({ kit, spec }: KitChoice): Told | null {
    const kept = archive.read(kit);
    if (!kept.ok) return told("kitChosenGone");
    return hasSpec(kept.value, spec) ? null : told("noSpec", { kit: kept.value.kit.name, spec });
  }

  function inUse(story: string, desk: string): KitInUse {
    const own = rows.read(storyRow(story), storyKitChoiceSchema) ?? NO_CHOICE;
    const wished = [
      { chosenFor: "story", choice: own.choice },
      { chosenFor: "desk", choice: rows.read(deskRow(desk), kitChoiceSchema) },
      { chosenFor: "newsroom", choice: rows.read(NEWSROOM, kitChoiceSchema) },
      { chosenFor: "stet", choice: stetChoice() },
    ] as const;
    let trouble: Told | null = null;
    for (const { chosenFor, choice } of wished) {
      if (!choice) continue;
      const why = troubleWith(choice);
      if (why === null) {
        const { factor, measurements } = calibrations.of(choice);
        const { legs, headline } = own;
        return { choice, chosenFor, legs, headline, factor, measured: measurements.length, trouble };
      }
      trouble ??= why;
    }
    throw new Error("The kits that come with Stet cannot be used.");
  }

  function choices(): KitChoices {
    return {
      newsroom: rows.read(NEWSROOM, kitChoiceSchema),
      desks: rows.named("desk:").flatMap((desk) => {
        const choice = rows.read(deskRow(desk), kitChoiceSchema);
        return choice ? [{ desk, choice }] : [];
      }),
    };
  }

  function replace(from: KitId, to: KeptKit): void {
    const over = (choice: KitChoice | null): KitChoice | null =>
      choice?.kit === from && hasSpec(to, choice.spec) ? { kit: to.id, spec: choice.spec } : null;
    const { newsroom, desks } = choices();
    const forNewsroom = over(newsroom);
    if (forNewsroom) rows.write(NEWSROOM, forNewsroom);
    for (const { desk, choice } of desks) {
      const forDesk = over(choice);
      if (forDesk) rows.write(deskRow(desk), forDesk);
    }
    for (const story of rows.named(OF_STORY)) {
      const own = rows.read(storyRow(story), storyKitChoiceSchema);
      const forStory = over(own?.choice ?? null);
      if (own && forStory) rows.write(storyRow(story), { ...own, choice: forStory });
    }
  }

  return {
    choices,
    choose: (desk, choice) => {
      rows.write(desk === null ? NEWSROOM : deskRow(desk), choice);
    },
    chooseForStory: (story, { choice, legs, headline }) => {
      const isNothing = choice === null && legs === null && headline === null;
      rows.write(storyRow(story), isNothing ? null : { choice, legs, headline });
    },
    inUse,
    replace,
  };
}
