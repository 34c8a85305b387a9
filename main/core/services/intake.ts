import { readCopy, storyFromReading } from "#main/formats/plain-text/read.ts";
import type { DeskHandlers } from "#shared/contract/index.ts";
import type { Incoming, Reading } from "#shared/contract/intake.ts";
import { NEW_STORY_FACTS, SLUG_MAX } from "#shared/newsroom/index.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import { PASTE_ENCODING, type NewSource } from "../stories/sources.ts";
import type { TellChanged } from "./stories.ts";

const MEDIA_TYPE = "text/plain";

/** Text that was pasted, to the last unit: UTF-8 cannot hold half a character, UTF-16 can. */
function pastedBytes(text: string): Pick<NewSource, "encoding" | "bytes"> {
  return text.isWellFormed()
    ? { encoding: PASTE_ENCODING, bytes: new TextEncoder().encode(text) }
    : { encoding: "UTF-16 LE", bytes: new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")) };
}

function sourceOf(incoming: Incoming, { name, encoding }: Reading): NewSource {
  return incoming.from === "file"
    ? { name, mediaType: MEDIA_TYPE, encoding, bytes: incoming.bytes }
    : { name, mediaType: MEDIA_TYPE, ...pastedBytes(incoming.text) };
}

function slugFor(wanted: string | undefined, proposed: string): string {
  const slug = (wanted ?? proposed).trim().slice(0, SLUG_MAX);
  return slug === "" ? NEW_STORY_FACTS.slug : slug;
}

/** The intake service over the newsroom that is open: the story and its source are stored together or not at all. */
export function intakeHandlers(newsroom: CurrentNewsroom, tell: TellChanged): DeskHandlers["intake"] {
  return {
    read: ({ incoming }) => newsroom.use(() => readCopy(incoming)),
    accept: ({ incoming, kinds, slug }, { caller }) =>
      newsroom.use(async ({ stories }) => {
        const reading = await readCopy(incoming);
        if (!reading.ok) return reading;
        const made = stories.create({
          facts: { slug: slugFor(slug, reading.value.slug) },
          document: storyFromReading(reading.value, kinds).document,
          source: sourceOf(incoming, reading.value),
        });
        if (made.ok) tell(made.value.summary, caller);
        return made;
      }),
    asStory: ({ incoming, kinds }) =>
      newsroom.use(async () => {
        const reading = await readCopy(incoming);
        if (!reading.ok) return reading;
        const { document } = storyFromReading(reading.value, kinds);
        return ok({ reading: reading.value, document });
      }),
    keepBeside: ({ story, incoming }) =>
      newsroom.use(async ({ stories }) => {
        const reading = await readCopy(incoming);
        if (!reading.ok) return reading;
        const sources = stories.keepBeside(story, sourceOf(incoming, reading.value));
        return sources.ok ? ok({ sources: sources.value }) : sources;
      }),
  };
}
