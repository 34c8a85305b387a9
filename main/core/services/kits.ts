import type { DeskHandlers } from "#shared/contract/index.ts";
import { ok } from "#shared/rpc/result.ts";
import type { CurrentNewsroom } from "../current-newsroom.ts";
import { kitSummaries, kitSummary } from "../kits/newsroom-kits.ts";

/** The kits service over the newsroom that is open; `tell` tells every window that something changed. */
export function kitsHandlers(
  newsroom: CurrentNewsroom,
  now: () => number,
  tell: () => void,
): DeskHandlers["kits"] {
  return {
    list: () => newsroom.use(({ kits }) => ok({ kits: kitSummaries(kits) })),
    read: ({ kit }) =>
      newsroom.use(({ kits }) => {
        const kept = kits.archive.read(kit);
        return kept.ok ? ok({ ...kitSummary(kept.value, kits.arrivals), kit: kept.value.kit }) : kept;
      }),
    file: ({ sha256 }) =>
      newsroom.use(({ kits }) => {
        const file = kits.archive.file(sha256);
        return file.ok ? ok({ bytes: file.value }) : file;
      }),
    import: ({ name, bytes }) =>
      newsroom.use(async ({ kits }) => {
        const taken = await kits.import(name, bytes);
        if (taken.ok) tell();
        return taken;
      }),
    export: ({ kit }) => newsroom.use(({ kits }) => kits.export(kit)),
    save: ({ kit, replaces }) =>
      newsroom.use(async ({ kits }) => {
        const saved = await kits.save(kit, replaces);
        if (saved.ok) tell();
        return saved;
      }),
    draft: ({ kit }) => newsroom.use(({ kits }) => ok({ draft: kits.drafts.of(kit) })),
    keepDraft: ({ kit, draft }) =>
      newsroom.use(({ kits }) => {
        kits.drafts.keep(kit, draft);
        return ok(null);
      }),
    addFont: ({ name, bytes, licence }) => newsroom.use(({ kits }) => kits.addFont(name, bytes, licence)),
    remove: ({ kit }) =>
      newsroom.use(async ({ kits }) => {
        const removed = await kits.remove(kit);
        if (removed.ok) tell();
        return removed;
      }),
    choices: () => newsroom.use(({ kits }) => ok(kits.chooser.choices())),
    choose: ({ desk, choice }) =>
      newsroom.use(({ kits }) => {
        const sound = kits.check(choice);
        if (!sound.ok) return sound;
        kits.chooser.choose(desk, choice);
        tell();
        return ok(kits.chooser.choices());
      }),
    chooseForStory: ({ story, ...choice }) =>
      newsroom.use(({ kits, stories }) => {
        const summary = stories.summary(story);
        if (!summary.ok) return summary;
        const sound = kits.check(choice.choice);
        if (!sound.ok) return sound;
        kits.chooser.chooseForStory(story, choice);
        tell();
        return ok(kits.chooser.inUse(story, summary.value.facts.desk));
      }),
    inUse: ({ story }) =>
      newsroom.use(({ kits, stories }) => {
        const summary = stories.summary(story);
        return summary.ok ? ok(kits.chooser.inUse(story, summary.value.facts.desk)) : summary;
      }),
    depths: ({ stories }, { signal }) =>
      newsroom.use(async (room) => {
        const depths = await room.depths.of(stories, signal);
        return depths.ok ? ok({ depths: depths.value }) : depths;
      }),
    calibration: (choice) => newsroom.use(({ kits }) => ok(kits.calibrations.of(choice))),
    measure: ({ kit, spec, story, composedPt, realPt }) =>
      newsroom.use(({ kits, stories }) => {
        const summary = stories.summary(story);
        if (!summary.ok) return summary;
        const choice = { kit, spec };
        const sound = kits.check(choice);
        if (!sound.ok) return sound;
        const { slug } = summary.value.facts;
        const learned = kits.calibrations.measure(choice, { story, slug, composedPt, realPt, atMs: now() });
        if (learned.ok) tell();
        return learned;
      }),
    forgetMeasurement: ({ kit, spec, story }) =>
      newsroom.use(({ kits }) => {
        const learned = kits.calibrations.forget({ kit, spec }, story);
        tell();
        return ok(learned);
      }),
  };
}
