import { readIncoming, type IncomingCopy } from "#main/formats/incoming-copy.ts";
import type { DeskHandlers } from "#shared/contract/index.ts";
import type { Incoming, Reading } from "#shared/contract/intake.ts";
import type { Told } from "#shared/language/told.ts";
import { NEW_STORY_FACTS, SLUG_MAX } from "#shared/newsroom/index.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import { PASTE_ENCODING, type NewSource } from "../stories/sources.ts";
import { archiveCarried, tellCarried, tellLeft } from "../photos/carried-pictures.ts";
import type { TellChanged } from "./stories.ts";

/** Text that was pasted, to the last unit: UTF-8 cannot hold half a character, UTF-16 can. */
function pastedBytes(text: string): Pick<NewSource, "encoding" | "bytes"> {
  return text.isWellFormed()
    ? { encoding: PASTE_ENCODING, bytes: new TextEncoder().encode(text) }
    : { encoding: "UTF-16 LE", bytes: new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")) };
}

function sourceOf(incoming: Incoming, { reading, mediaType }: IncomingCopy): NewSource {
  const { name, encoding } = reading;
  return incoming.from === "file"
    ? { name, mediaType, encoding, bytes: incoming.bytes }
    : { name, mediaType, ...pastedBytes(incoming.text) };
}

function slugFor(wanted: string | undefined, proposed: string): string {
  const slug = (wanted ?? proposed).trim().slice(0, SLUG_MAX);
  return slug === "" ? NEW_STORY_FACTS.slug : slug;
}

function read(incoming: Incoming): ReturnType<typeof readIncoming> {
  return readIncoming(incoming, new Date().toISOString());
}

function alsoTold(reading: Reading, sentences: readonly Told[]): Reading {
  return { ...reading, warnings: [...reading.warnings, ...sentences] };
}

/**
 * The intake service over the newsroom that is open: the story and its source are stored together or not
 * at all, and only after the pictures that it shows are in the archive.
 */
export function intakeHandlers(newsroom: CurrentNewsroom, tell: TellChanged): DeskHandlers["intake"] {
  return {
    read: ({ incoming }) =>
      newsroom.use(async () => {
        const copy = await read(incoming);
        if (!copy.ok) return copy;
        return ok(alsoTold(copy.value.reading, await tellCarried(copy.value.carried)));
      }),
    accept: ({ incoming, kinds, slug }, { caller }) =>
      newsroom.use(async ({ stories, photos }) => {
        const copy = await read(incoming);
        if (!copy.ok) return copy;
        const archived = await archiveCarried(copy.value.carried, photos);
        if (!archived.ok) return archived;
        const made = stories.create({
          facts: { slug: slugFor(slug, copy.value.reading.slug) },
          document: copy.value.asStory(kinds, archived.value),
          source: sourceOf(incoming, copy.value),
        });
        if (made.ok) tell(made.value.summary, caller);
        return made;
      }),
    asStory: ({ incoming, kinds }) =>
      newsroom.use(async () => {
        const copy = await read(incoming);
        if (!copy.ok) return copy;
        const { reading, carried, asStory } = copy.value;
        return ok({ reading: alsoTold(reading, tellLeft(carried)), document: asStory(kinds) });
      }),
    keepBeside: ({ story, incoming }) =>
      newsroom.use(async ({ stories }) => {
        const copy = await read(incoming);
        if (!copy.ok) return copy;
        const sources = stories.keepBeside(story, sourceOf(incoming, copy.value));
        return sources.ok ? ok({ sources: sources.value }) : sources;
      }),
  };
}
