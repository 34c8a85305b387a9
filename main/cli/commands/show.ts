import { plainTextWriter } from "#main/formats/plain-text/write.ts";
import type { OpenStory } from "#shared/contract/index.ts";
import { finalView } from "#shared/document/index.ts";
import { oneLine, printJson, refused, type RunCommand } from "../command-session.ts";
import { findStory } from "../find-story.ts";
import { EXIT } from "../terminal.ts";

/** The story as its plain text export would be, without the pictures' file names. */
async function plainText({ summary, document }: OpenStory): Promise<string> {
  const { id, facts } = summary;
  const story = {
    id,
    facts,
    document: finalView(document),
    pictures: new Map(),
    exportedAt: new Date(summary.updatedAtMs).toISOString(),
  };
  const { bytes } = await plainTextWriter.write(story);
  return new TextDecoder().decode(bytes).trimEnd();
}

function factLines({ summary, sources }: OpenStory): string {
  const { facts } = summary;
  const lines: readonly (readonly [string, string])[] = [
    ["id", summary.id],
    ["slug", facts.slug],
    ["status", facts.status],
    ["desk", facts.desk],
    ["section", facts.section],
    ["edition", facts.edition],
    ["publicationDate", facts.publicationDate ?? ""],
    ["page", facts.page],
    ["planned", facts.planned ? `${String(facts.planned.amount)} ${facts.planned.unit}` : ""],
    ["deadline", facts.deadline ?? ""],
    ["embargo", facts.embargo ?? ""],
    ["assignee", facts.assignee],
    ["priority", facts.priority === null ? "" : String(facts.priority)],
    ["printStatus", facts.printStatus === "none" ? "" : facts.printStatus],
    ["needs", facts.needs.join(",")],
    ["noteToDesk", facts.noteToDesk],
    ["length", `${String(summary.words)} words, ${String(summary.characters)} characters`],
    ["photos", String(summary.photos)],
    ["sources", sources.map(({ name }) => name).join(", ")],
    ["version", String(summary.version)],
    ["changed", new Date(summary.updatedAtMs).toISOString()],
  ];
  return lines
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name.padEnd(16)}${oneLine(value)}`)
    .join("\n");
}

/** Prints one story: its facts and text, or the text alone. */
export function showStory(named: string, { textOnly }: { readonly textOnly: boolean }): RunCommand {
  return async ({ desk, terminal, json }) => {
    const id = await findStory(desk, named);
    const story = id.ok ? await desk.stories.open({ story: id.value }) : id;
    if (!story.ok) return refused(terminal, story.error);
    if (json) printJson(terminal, story.value);
    else if (textOnly) terminal.print(await plainText(story.value));
    else terminal.print(`${factLines(story.value)}\n\n${await plainText(story.value)}`);
    return EXIT.done;
  };
}
