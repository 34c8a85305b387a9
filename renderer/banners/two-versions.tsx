import type { Command } from "#renderer/app/commands.ts";
import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { BothVersions, Choice, OtherVersion } from "#renderer/editor/versions/story-versions.ts";
import { Banner } from "./banner.tsx";
import { OverPage } from "./over-page.tsx";
import { otherName, versionWords } from "./version-words.ts";
import { words } from "#shared/language/index.ts";

const CHOICES: readonly Choice[] = ["merge", "mine", "theirs"];

/** What is said when it is done; a merge that kept something twice says so in a banner of its own. */
function doneWords(choice: Choice, other: string): string {
  const { versions } = words().banners;
  switch (choice) {
    case "mine":
      return versions.mineStands({ other });
    case "theirs":
      return versions.theirsStands({ other });
    default:
      return versions.merged;
  }
}

interface TwoVersionsProps {
  readonly session: StorySession;
  readonly other: OtherVersion;
}

/** Says that somebody wrote the story at the same time, and lets the person compare, merge or choose. */
export function TwoVersions({ session, other }: TwoVersionsProps): ReactNode {
  const { commands, notices, settings, now } = useWorkbench();
  const { userName } = useObservable(settings.settings);
  const [compared, setCompared] = useState<BothVersions | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { versions } = session;
  const texts = words().banners.versions;
  const name = otherName(other, userName);

  const close = (): void => {
    setCompared(null);
    // The page can take the focus once it is no longer behind the comparison.
    setTimeout(() => session.focus({ still: true }));
  };
  const compare = async (): Promise<void> => {
    const both = await versions.read();
    setTrouble(both.ok ? null : both.error.message);
    if (both.ok) setCompared(both.value);
  };
  const settle = async (choice: Choice): Promise<void> => {
    setBusy(true);
    const settled = await versions.settle(choice);
    setBusy(false);
    setTrouble(settled.ok ? null : settled.error.message);
    const isToldInBanner = (versions.keptTwice.get() ?? []).length > 0;
    if (settled.ok && !isToldInBanner) notices.tell(doneWords(choice, name));
    close();
  };

  const run = useEffectEvent((what: Choice | "compare") => {
    if (what === "compare") void compare();
    else void settle(what);
  });
  useEffect(
    () =>
      commands.register([
        {
          id: "story.versions.compare",
          title: ({ banners }) => banners.versions.compareTitle,
          group: "Story",
          keys: null,
          run: () => run("compare"),
        },
        ...CHOICES.map((choice): Command => ({
          id: `story.versions.${choice}`,
          title: ({ banners }) => banners.versions.choices[choice].title,
          group: "Story",
          keys: null,
          run: () => run(choice),
        })),
      ]),
    [commands],
  );

  const choices = CHOICES.map((choice) => (
    <button
      key={choice}
      type="button"
      className="quiet-button"
      title={texts.choices[choice].title}
      disabled={busy}
      onClick={() => void settle(choice)}
    >
      {texts.choices[choice].name}
    </button>
  ));
  return (
    <>
      <Banner
        label={texts.name}
        tone="careful"
        text={versionWords(other, userName, now.get())}
        trouble={trouble}
        isCovered={compared !== null}
      >
        <button type="button" className="quiet-button" disabled={busy} onClick={() => void compare()}>
          {texts.compare}
        </button>
        {choices}
      </Banner>
      {compared === null ? null : (
        <OverPage
          before={compared.theirs}
          after={compared.mine}
          labels={{ before: texts.before({ by: name === other.by ? name : "" }), after: texts.after }}
          actions={choices}
          onClose={close}
        />
      )}
    </>
  );
}
