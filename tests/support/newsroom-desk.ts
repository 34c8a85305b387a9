import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDesk, type DeskHost, type DeskOptions } from "#main/core/desk.ts";
import type { Failure, OpenStory } from "#shared/contract/index.ts";
import type { StoryDocument } from "#shared/document/index.ts";
import type { StoryFactsChange } from "#shared/newsroom/index.ts";
import type { Result } from "#shared/rpc/result.ts";

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stet-newsroom-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestDeskOptions extends Partial<Omit<DeskOptions, "openAtOnce">> {
  /** The person's own where not given; null for what happens when a person starts Stet. */
  readonly openAtOnce?: "own" | "sample" | null;
}

/** A core with a newsroom in a home, closed when the test ends. */
export async function openTestDesk(home: string, options: TestDeskOptions = {}): Promise<DeskHost> {
  const { openAtOnce = "own", ...others } = options;
  const host = await openDesk({
    home,
    ...(openAtOnce === null ? {} : { openAtOnce }),
    abilities: { host: "test", version: "0.0.0-test" },
    ...others,
  });
  onTestFinished(() => host.close());
  return host;
}

/** The value of a result; throws the failure's sentence where there is none. */
export function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** The failure of a result; throws where there is a value instead. */
export function refusal(result: Result<unknown, Failure>): Failure {
  if (result.ok) throw new Error("this was expected to be refused");
  return result.error;
}

/** Makes a story and gives it as it opens. */
export async function newStory(
  host: DeskHost,
  document: StoryDocument,
  facts: StoryFactsChange = {},
): Promise<OpenStory> {
  return must(await host.desk.stories.create({ facts, document }));
}
