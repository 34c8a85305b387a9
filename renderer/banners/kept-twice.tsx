import type { ReactNode } from "react";
import { counted } from "#renderer/app/length.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { MergedTwice } from "#renderer/editor/versions/story-versions.ts";
import { Banner } from "./banner.tsx";

interface KeptTwiceProps {
  readonly session: StorySession;
  readonly places: readonly MergedTwice[];
}

/** Leads to the places where a merge could not decide: nothing was dropped there, and the person takes out what is not wanted. */
export function KeptTwice({ session, places }: KeptTwiceProps): ReactNode {
  return (
    <Banner
      label="Merged"
      tone="careful"
      text={`Merged. ${counted(places.length, "place was", "places were")} changed in both versions: yours stands first, the other one after it.`}
    >
      {places.map(({ block, text }) => (
        <button
          key={block}
          type="button"
          className="quiet-button banner-place"
          title="Go there"
          onClick={() => session.goTo(block)}
        >
          {text === "" ? "Go there" : `“${text}”`}
        </button>
      ))}
      <button type="button" className="quiet-button" onClick={session.versions.putAway}>
        Done
      </button>
    </Banner>
  );
}
