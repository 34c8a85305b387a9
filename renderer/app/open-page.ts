import { sameJson } from "#renderer/editor/blocks/same-json.ts";
import type { StorySession } from "#renderer/editor/story-session.ts";
import type { Desk, OpenStory, StoryId, StorySummary } from "#shared/contract/index.ts";
import type { StoryFactsChange } from "#shared/newsroom/index.ts";
import { observable, type Observable } from "./observable.ts";
import { words } from "#shared/language/index.ts";

/** What the centre of the window shows. */
export type PageState =
  | { readonly state: "none" }
  | { readonly state: "opening"; readonly story: StoryId }
  | { readonly state: "open"; readonly story: OpenStory }
  | { readonly state: "failed"; readonly story: StoryId; readonly message: string };

/** The one story that is on the page, and going from one to another without losing a word. */
export interface OpenPage {
  readonly page: Observable<PageState>;
  /** The open story as the core last told it; null where none is open. */
  readonly summary: Observable<StorySummary | null>;
  readonly session: Observable<StorySession | null>;
  /** The editor tells its session here, and null when it goes. */
  readonly setSession: (session: StorySession | null) => void;
  /** Commits the story on the page, then shows another. False where the first could not be saved: it stays. */
  readonly open: (story: StoryId) => Promise<boolean>;
  /** Shows what the newsroom gave for a story that was asked of it: its text, or why it did not open. */
  readonly receive: (story: StoryId, answer: Opened) => void;
  /** Shows a story that was just made. */
  readonly show: (story: OpenStory) => Promise<boolean>;
  /** Makes a story and shows it. Null where that failed; the sentence has then gone to `onTrouble`. */
  readonly create: (facts: StoryFactsChange) => Promise<OpenStory | null>;
  /** Takes note of what the core says of the open story. */
  readonly noteSummary: (summary: StorySummary) => void;
  /** Takes note of what is kept beside a story by now. */
  readonly noteSources: (story: StoryId, sources: OpenStory["sources"]) => void;
  /** Commits the story on the page. False where it could not be saved; the person has then been told. */
  readonly letGo: () => Promise<boolean>;
  /** Takes the story off the page without another word: its newsroom is not open any more. */
  readonly clear: () => void;
  readonly close: () => void;
}

/** What comes of opening a story. */
export type Opened = Awaited<ReturnType<Desk["stories"]["open"]>>;

interface PageOptions {
  readonly onTrouble: (sentence: string) => void;
  /** Told the story on the page, to find it again at the next start. */
  readonly onShown: (story: StoryId) => void;
}

/** Keeps the page. It flushes the editor before it lets go of a story. */
export function openPage(desk: Desk, { onTrouble, onShown }: PageOptions): OpenPage {
  const page = observable<PageState>({ state: "none" });
  const summary = observable<StorySummary | null>(null);
  const session = observable<StorySession | null>(null);
  let asked = 0;

  const noteSummary = (next: StorySummary): void => {
    const before = summary.get();
    if (before?.id !== next.id) return;
    // The same facts stay the same object, so that what shows them is not drawn with each save of the text.
    summary.set(sameJson(before.facts, next.facts) ? { ...next, facts: before.facts } : next);
  };
  const stop = desk.stories.on("changed", (change) => noteSummary(change.summary));

  const letGo = async (): Promise<boolean> => {
    const current = session.get();
    if (current === null || (await current.flush())) return true;
    onTrouble(words().app.page.unsaved({ slugIfAny: summary.get()?.facts.slug ?? null }));
    return false;
  };

  const put = (story: OpenStory): void => {
    summary.set(story.summary);
    page.set({ state: "open", story });
    onShown(story.summary.id);
  };

  const receive = (story: StoryId, answer: Opened): void => {
    if (answer.ok) {
      put(answer.value);
      return;
    }
    summary.set(null);
    page.set({ state: "failed", story, message: answer.error.message });
  };

  const show = async (story: OpenStory): Promise<boolean> => {
    asked += 1;
    const turn = asked;
    if (!(await letGo())) return false;
    if (turn === asked) put(story);
    return true;
  };

  return {
    page,
    summary,
    session,
    setSession: session.set,
    noteSummary,
    noteSources: (story, sources) => {
      const now = page.get();
      if (now.state === "open" && now.story.summary.id === story)
        page.set({ ...now, story: { ...now.story, sources } });
    },
    letGo,
    clear: () => {
      asked += 1;
      summary.set(null);
      page.set({ state: "none" });
    },
    close: stop,
    show,
    receive,
    open: async (story) => {
      const now = page.get();
      if (now.state === "open" && now.story.summary.id === story) return true;
      asked += 1;
      const turn = asked;
      if (!(await letGo())) return false;
      if (turn !== asked) return true;
      if (now.state !== "open") page.set({ state: "opening", story });
      const answer = await desk.stories.open({ story });
      if (turn !== asked) return true;
      receive(story, answer);
      return answer.ok;
    },
    create: async (facts) => {
      if (!(await letGo())) return null;
      const answer = await desk.stories.create({ facts });
      if (!answer.ok) {
        onTrouble(answer.error.message);
        return null;
      }
      await show(answer.value);
      return answer.value;
    },
  };
}
