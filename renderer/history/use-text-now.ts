import { useCallback, useEffect, useState } from "react";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { StoryDocument } from "#shared/document/index.ts";

/** The text on the page, read again after each commit, and when asked. */
export function useTextNow(session: StorySession): readonly [text: StoryDocument, readAgain: () => void] {
  const [text, setText] = useState(() => session.document());
  const readAgain = useCallback(() => setText(session.document()), [session]);
  useEffect(() => session.summary.subscribe(readAgain), [session, readAgain]);
  return [text, readAgain];
}
