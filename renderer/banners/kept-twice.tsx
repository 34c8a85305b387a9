import type { ReactNode } from "react";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { MergedTwice } from "#renderer/editor/versions/story-versions.ts";
import { Banner } from "./banner.tsx";
import { words } from "#shared/language/index.ts";

interface KeptTwiceProps {
  readonly session: StorySession;
  readonly places: readonly MergedTwice[];
}

/** Leads to the places where a merge could not decide: nothing was dropped there, and the person takes out what is not wanted. */
export function KeptTwice({ session, places }: KeptTwiceProps): ReactNode {
  const { banners, forms } = words();
  const { merged } = banners;
  return (
    <Banner label={merged.name} tone="careful" text={merged.text({ places: places.length })}>
      {places.map(({ block, text }) => (
        <button
          key={block}
          type="button"
          className="quiet-button banner-place"
          title={merged.goThere}
          onClick={() => session.goTo(block)}
        >
          {text === "" ? merged.goThere : forms.quoted(text)}
        </button>
      ))}
      <button type="button" className="quiet-button" onClick={session.versions.putAway}>
        {merged.done}
      </button>
    </Banner>
  );
}
