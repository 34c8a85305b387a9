import { useEffect, useEffectEvent, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { BothVersions, Choice, OtherVersion } from "#renderer/editor/versions/story-versions.ts";
import { Banner } from "./banner.tsx";
import { OverPage } from "./over-page.tsx";
import { otherName, versionWords } from "./version-words.ts";

const CHOICES: readonly { readonly choice: Choice; readonly name: string; readonly title: string }[] = [
  { choice: "merge", name: "Merge", title: "Merge the two versions" },
  { choice: "mine", name: "Keep mine", title: "Keep my version" },
  { choice: "theirs", name: "Keep theirs", title: "Keep the other version" },
];

/** What is said when it is done; a merge that kept something twice says so in a banner of its own. */
function doneWords(choice: Choice, other: string): string {
  switch (choice) {
    case "mine":
      return `Your version stands. The one from ${other} is kept in the history.`;
    case "theirs":
      return `The version from ${other} stands. Yours is kept in the history, and Undo brings it back.`;
    default:
      return "Merged: both versions are in the text. Each is kept in the history as well.";
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
          title: () => "Compare the two versions",
          group: "Story",
          keys: null,
          run: () => run("compare"),
        },
        ...CHOICES.map(({ choice, title }) => ({
          id: `story.versions.${choice}`,
          title: () => title,
          group: "Story" as const,
          keys: null,
          run: () => run(choice),
        })),
      ]),
    [commands],
  );

  const choices = CHOICES.map(({ choice, name, title }) => (
    <button
      key={choice}
      type="button"
      className="quiet-button"
      title={title}
      disabled={busy}
      onClick={() => void settle(choice)}
    >
      {name}
    </button>
  ));
  return (
    <>
      <Banner
        label="Two versions"
        tone="careful"
        text={versionWords(other, userName, now.get())}
        trouble={trouble}
        isCovered={compared !== null}
      >
        <button type="button" className="quiet-button" disabled={busy} onClick={() => void compare()}>
          Compare
        </button>
        {choices}
      </Banner>
      {compared === null ? null : (
        <OverPage
          before={compared.theirs}
          after={compared.mine}
          labels={{ before: name === other.by ? `${name}’s version` : "The other version", after: "Yours" }}
          actions={choices}
          onClose={close}
        />
      )}
    </>
  );
}
