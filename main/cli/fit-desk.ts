import { existsSync } from "node:fs";
import { nodeCompositors } from "#main/core/fit/node-compositor.ts";
import { readKitFile } from "#main/core/kits/kit-file.ts";
import {
  failure,
  copyMaxBytes,
  KIT_FILE_MAX_BYTES,
  type Desk,
  type Failure,
} from "#shared/contract/index.ts";
import type { PhotoBlock, StoryDocument } from "#shared/document/index.ts";
import type { Compositor } from "#shared/fit/compose/index.ts";
import type { Legs, PixelSize } from "#shared/fit/depth/index.ts";
import {
  parseHeadlineCode,
  type ColumnSpec,
  type DeskKit,
  type HeadlineCode,
  type KitId,
} from "#shared/fit/kit/index.ts";
import type { PlannedLength } from "#shared/newsroom/index.ts";
import { failed, ok, type Result } from "#shared/rpc/index.ts";
import { typedPath, type CommandSession } from "./command-session.ts";
import { findStory } from "./find-story.ts";
import { readNamedFile } from "./read-file.ts";

/** A story to fit, from the newsroom or from a file. */
export interface StoryToFit {
  /** Null for a file. */
  readonly id: string | null;
  readonly slug: string;
  readonly document: StoryDocument;
  readonly planned: PlannedLength | null;
}

/** What a story is set in. */
export interface FitSetting {
  readonly kit: DeskKit;
  readonly spec: ColumnSpec;
  readonly compositor: Compositor;
  readonly factor: number;
  readonly measured: number;
  readonly legs: Legs | null;
  readonly headline: HeadlineCode | null;
  /** Why another kit stands in; null where none does. */
  readonly trouble: string | null;
}

/** The story that was named: a text file where one of that name is there, otherwise one of the newsroom. */
export async function storyToFit(
  named: string,
  session: CommandSession,
): Promise<Result<StoryToFit, Failure>> {
  const { desk, terminal } = session;
  const path = typedPath(terminal, named);
  if (named.includes(".") && existsSync(path)) {
    const file = await readNamedFile(path, copyMaxBytes(path));
    if (!file.ok) return file;
    const { name, bytes } = file.value;
    const copy = await desk.intake.asStory({ incoming: { from: "file", name, bytes }, kinds: {} });
    if (!copy.ok) return copy;
    const { reading, document } = copy.value;
    return ok({ id: null, slug: reading.slug, document, planned: null });
  }
  const id = await findStory(desk, named);
  if (!id.ok) return id;
  const opened = await desk.stories.open({ story: id.value });
  if (!opened.ok) return opened;
  const { summary, document } = opened.value;
  return ok({ id: id.value, slug: summary.facts.slug, document, planned: summary.facts.planned });
}

/** How large the pictures of a story are. */
export async function pictureSizes(
  desk: Desk,
  { blocks }: StoryDocument,
): Promise<(photo: PhotoBlock) => PixelSize | null> {
  const sizes = new Map<string, PixelSize>();
  for (const block of blocks) {
    if (block.kind !== "photo") continue;
    const known = await desk.photos.describe({ asset: block.asset });
    if (known.ok) sizes.set(block.asset, known.value);
  }
  return ({ asset }) => sizes.get(asset) ?? null;
}

interface ReadKit {
  readonly kit: DeskKit;
  readonly files: ReadonlyMap<KitId, Uint8Array>;
}

async function kitOfNewsroom(desk: Desk, id: KitId): Promise<Result<ReadKit, Failure>> {
  const read = await desk.kits.read({ kit: id });
  if (!read.ok) return read;
  const files = new Map<KitId, Uint8Array>();
  for (const { sha256 } of read.value.kit.fonts) {
    const file = await desk.kits.file({ sha256 });
    if (!file.ok) return file;
    files.set(sha256, file.value.bytes);
  }
  return ok({ kit: read.value.kit, files });
}

function specNamed(kit: DeskKit, name: string | null): Result<ColumnSpec, Failure> {
  const spec = kit.specs.find((candidate) => candidate.name === (name ?? kit.specs[0]?.name));
  if (spec) return ok(spec);
  const names = kit.specs.map((candidate) => candidate.name).join(", ");
  return failed(
    failure("not-found", `The kit “${kit.name}” has no column spec “${name ?? ""}”. It has: ${names}.`),
  );
}

/** Which kit and column spec were asked for on the command line; null for the story's own. */
export interface AskedSetting {
  readonly kitFile: string | null;
  readonly spec: string | null;
}

/** Opens settings for one run of a command; each kit is read and its fonts are opened once. */
export function fitDesk(
  { desk, terminal }: CommandSession,
  { kitFile, spec }: AskedSetting,
): (story: StoryToFit) => Promise<Result<FitSetting, Failure>> {
  const compositors = nodeCompositors();
  const kits = new Map<string, Promise<Result<ReadKit, Failure>>>();
  const once = (
    key: string,
    read: () => Promise<Result<ReadKit, Failure>>,
  ): Promise<Result<ReadKit, Failure>> => {
    const kit = kits.get(key) ?? read();
    kits.set(key, kit);
    return kit;
  };
  const readFile = async (path: string): Promise<Result<ReadKit, Failure>> => {
    const file = await readNamedFile(typedPath(terminal, path), KIT_FILE_MAX_BYTES);
    return file.ok ? readKitFile(file.value.name, file.value.bytes) : file;
  };
  const open = async (
    { kit, files }: ReadKit,
    named: string | null,
    rest: Omit<FitSetting, "kit" | "spec" | "compositor">,
  ): Promise<Result<FitSetting, Failure>> => {
    const found = specNamed(kit, named);
    if (!found.ok) return found;
    const compositor = await compositors.of(kit, (sha256) => {
      const bytes = files.get(sha256);
      return bytes
        ? ok(bytes)
        : failed(failure("not-found", `The kit “${kit.name}” lacks a font.`, kit.name));
    });
    return compositor.ok ? ok({ kit, spec: found.value, compositor: compositor.value, ...rest }) : compositor;
  };
  const NOTHING = { factor: 1, measured: 0, legs: null, headline: null, trouble: null };

  return async ({ id }) => {
    const use = id === null ? null : await desk.kits.inUse({ story: id });
    if (use && !use.ok) return use;
    const own = use?.value ?? null;
    const { legs, headline } = own
      ? { legs: own.legs, headline: own.headline === null ? null : parseHeadlineCode(own.headline) }
      : NOTHING;
    if (kitFile !== null) {
      const kit = await once(kitFile, () => readFile(kitFile));
      return kit.ok ? open(kit.value, spec, { ...NOTHING, legs, headline }) : kit;
    }
    let choice = own?.choice ?? null;
    if (!choice) {
      const listed = await desk.kits.list(null);
      const choices = await desk.kits.choices(null);
      if (!listed.ok) return listed;
      if (!choices.ok) return choices;
      const ours = listed.value.kits.find(({ isOurs }) => isOurs);
      const [first] = ours?.specs ?? [];
      choice = choices.value.newsroom ?? (ours && first !== undefined ? { kit: ours.id, spec: first } : null);
      if (!choice) return failed(failure("not-found", "There is no desk kit.", "kit"));
    }
    const { kit: kitId } = choice;
    const kit = await once(kitId, () => kitOfNewsroom(desk, kitId));
    if (!kit.ok) return kit;
    const named = spec ?? choice.spec;
    const learned = await desk.kits.calibration({ kit: kitId, spec: named });
    if (!learned.ok) return learned;
    const { factor, measurements } = learned.value;
    const trouble = own?.trouble?.message ?? null;
    return open(kit.value, named, { factor, measured: measurements.length, legs, headline, trouble });
  };
}
