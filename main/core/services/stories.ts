import { EMPTY_STORY } from "#shared/document/index.ts";
import type { DeskHandlers } from "#shared/contract/index.ts";
import type { OpenStory, StorySummary } from "#shared/contract/stories.ts";
import { PLAIN_TEXT, readIncoming, textOfCopy } from "#main/formats/incoming-copy.ts";
import { decodeText } from "#main/formats/plain-text/decode.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import type { Newsroom } from "../newsroom.ts";
import { PASTE_ENCODING } from "../stories/sources.ts";

/** Tells everyone that a story is new or changed. */
export type TellChanged = (summary: StorySummary, caller: string) => void;

/** The stories service over the newsroom that is open. */
export function storiesHandlers(newsroom: CurrentNewsroom, tell: TellChanged): DeskHandlers["stories"] {
  const tellOf = ({ stories }: Newsroom, id: string, caller: string): void => {
    const summary = stories.summary(id);
    if (summary.ok) tell(summary.value, caller);
  };
  return {
    list: (query) => newsroom.use(({ stories }) => ok(stories.list(query))),
    create: ({ facts, document = EMPTY_STORY }, { caller }) =>
      newsroom.use(({ stories }) => {
        const made = stories.create({ facts, document });
        if (made.ok) tell(made.value.summary, caller);
        return made;
      }),
    open: ({ story }, { caller }) => newsroom.use(({ stories }) => stories.openFor(story, caller)),
    openLast: (_, { caller }) =>
      newsroom.use<OpenStory | null>(({ stories, settings }) => {
        const { lastStory } = settings.read();
        return lastStory === null ? ok(null) : stories.openFor(lastStory, caller);
      }),
    duplicate: ({ story }, { caller }) =>
      newsroom.use(({ stories }) => {
        const made = stories.duplicate(story);
        if (made.ok) tell(made.value.summary, caller);
        return made;
      }),
    bin: ({ story, why }, { caller }) =>
      newsroom.use(({ stories }) => {
        const summary = stories.bin(story, why);
        if (summary.ok) tell(summary.value, caller);
        return summary;
      }),
    unbin: ({ story }, { caller }) =>
      newsroom.use(({ stories }) => {
        const summary = stories.unbin(story);
        if (summary.ok) tell(summary.value, caller);
        return summary;
      }),
    save: (request, { caller }) =>
      newsroom.use((room) => {
        const receipt = room.stories.save(request, caller);
        if (receipt.ok) tellOf(room, request.story, caller);
        return receipt;
      }),
    setFacts: ({ story, change, ...despite }, { caller }) =>
      newsroom.use(({ stories }) => {
        const summary = stories.setFacts(story, change, despite);
        if (summary.ok) tell(summary.value, caller);
        return summary;
      }),
    keepPlace: ({ story, place }) => newsroom.use(({ stories }) => stories.keepPlace(story, place)),
    readSource: ({ source }) =>
      newsroom.use(async ({ stories }) => {
        const stored = stories.source(source);
        if (!stored.ok) return stored;
        const { summary, name, encoding, bytes, mediaType } = stored.value;
        if (encoding === PASTE_ENCODING) return ok({ summary, text: new TextDecoder().decode(bytes) });
        if (mediaType !== PLAIN_TEXT) {
          const copy = await readIncoming({ from: "file", name, bytes }, new Date().toISOString());
          return copy.ok ? ok({ summary, text: textOfCopy(copy.value) }) : copy;
        }
        const decoded = await decodeText(name, bytes);
        return decoded.ok ? ok({ summary, text: decoded.value.text }) : decoded;
      }),
  };
}
