import { useEffect, type ReactNode } from "react";
import { ComparedStory, type ComparedStoryProps } from "#renderer/history/compared-story.tsx";

/** A comparison over the page. Behind it the page lives on, and cannot be reached by key. */
export function OverPage(props: ComparedStoryProps): ReactNode {
  useEffect(() => {
    const page = document.querySelector<HTMLElement>(".page-story");
    if (page) page.inert = true;
    return () => {
      if (page) page.inert = false;
    };
  }, []);
  return <ComparedStory {...props} />;
}
