import {
  factsOf,
  withFacts,
  type Block,
  type BlockFacts,
  type FactsChange,
  type Run,
  type Stamp,
} from "#shared/document/index.ts";
import { sameValue } from "#shared/merge/same-content.ts";
import { someFacts } from "./track-facts.ts";

/** Whether a change is among those that are decided on. */
export type IsChosen = (stamp: Stamp) => boolean;

/** The run with the chosen format changes kept for good. */
export function acceptFormats(run: Run, isChosen: IsChosen): Run {
  const { formats, ...rest } = run;
  if (!formats?.some(isChosen)) return run;
  const open = formats.filter((change) => !isChosen(change));
  return open.length > 0 ? { ...rest, formats: open } : rest;
}

/**
 * The run with the chosen format changes taken back. Where a later one, that stays, changed the
 * same mark or the link again, it is that one which now changes what was there before.
 */
export function rejectFormats(run: Run, isChosen: IsChosen): Run {
  let { formats = [] } = run;
  if (!formats.some(isChosen)) return run;
  let marks = run.marks ?? [];
  let link = run.link ?? null;
  for (let at = formats.findLastIndex(isChosen); at >= 0; at = formats.findLastIndex(isChosen)) {
    const change = formats[at];
    if (!change) break;
    let later = formats.slice(at + 1);
    for (const mark of [...(change.added ?? []), ...(change.removed ?? [])]) {
      const next = later.findIndex(
        ({ added, removed }) => added?.includes(mark) === true || removed?.includes(mark) === true,
      );
      if (next >= 0) {
        later = later.map((other, nth) =>
          nth === next
            ? {
                ...other,
                added: other.added?.filter((one) => one !== mark) ?? [],
                removed: other.removed?.filter((one) => one !== mark) ?? [],
              }
            : other,
        );
      } else if (change.added?.includes(mark) === true) marks = marks.filter((one) => one !== mark);
      else marks = [...marks, mark];
    }
    const { linkWas } = change;
    if (linkWas !== undefined) {
      const next = later.findIndex((other) => other.linkWas !== undefined);
      if (next < 0) link = linkWas;
      else {
        const after = later.slice(next + 1).find((other) => other.linkWas !== undefined)?.linkWas;
        const made = after === undefined ? link : after;
        later = later.map((other, nth) => {
          if (nth !== next) return other;
          const { linkWas: _linkWas, ...rest } = other;
          return made?.href === linkWas?.href ? rest : { ...rest, linkWas };
        });
      }
    }
    formats = [...formats.slice(0, at), ...later];
  }
  const { marks: _marks, link: _link, formats: _formats, ...rest } = run;
  return {
    ...rest,
    ...(marks.length > 0 ? { marks } : {}),
    ...(link ? { link } : {}),
    ...(formats.length > 0 ? { formats } : {}),
  };
}

function withFactChanges(block: Block, facts: readonly FactsChange[]): Block {
  const { facts: _facts, ...rest } = block.tracked ?? {};
  return { ...block, tracked: facts.length > 0 ? { ...rest, facts } : rest };
}

/** The block with the chosen changes of its facts kept for good. */
export function acceptFacts(block: Block, isChosen: IsChosen): Block {
  const { facts } = block.tracked ?? {};
  return facts?.some(isChosen)
    ? withFactChanges(
        block,
        facts.filter((change) => !isChosen(change)),
      )
    : block;
}

/** The block with the chosen changes of its facts taken back; see {@link rejectFormats}. */
export function rejectFacts(block: Block, isChosen: IsChosen): Block {
  let facts = block.tracked?.facts ?? [];
  if (!facts.some(isChosen)) return block;
  let now: BlockFacts = factsOf(block);
  for (let at = facts.findLastIndex(isChosen); at >= 0; at = facts.findLastIndex(isChosen)) {
    const was = facts[at]?.was ?? {};
    const later = facts.slice(at + 1);
    const again = (name: keyof BlockFacts): number =>
      later.findIndex((other) => other.was[name] !== undefined);
    now = { ...now, ...someFacts(was, (name) => again(name) < 0) };
    const open = later.map((other, nth): FactsChange => {
      const earlier = someFacts(was, (name) => again(name) === nth);
      const made = {
        ...now,
        ...Object.assign(
          {},
          ...later
            .slice(nth + 1)
            .map((one) => one.was)
            .toReversed(),
        ),
      };
      const all = { ...other.was, ...earlier };
      return { ...other, was: someFacts(all, (name) => !sameValue(all[name], made[name])) };
    });
    facts = [...facts.slice(0, at), ...open.filter((change) => Object.keys(change.was).length > 0)];
  }
  return withFactChanges(withFacts(block, now), facts);
}
