import {
  storyCuts,
  storyFitter,
  storyHeadlines,
  type FlaggedLine,
  type Legs,
  type StoryCut,
  type StoryFit,
  type WordingFit,
} from "#shared/fit/depth/index.ts";
import type { HeadlineLine } from "#shared/fit/headline/index.ts";
import { headlineCodeText, type HeadlineCode } from "#shared/fit/kit/index.ts";
import { inOneLine, oneLine, printJson, type RunCommand } from "../command-session.ts";
import {
  fitDesk,
  pictureSizes,
  storyToFit,
  type AskedSetting,
  type FitSetting,
  type StoryToFit,
} from "../fit-desk.ts";
import { EXIT } from "../terminal.ts";

export interface FitChoices extends AskedSetting {
  readonly legs: Legs | null;
  readonly headline: HeadlineCode | null;
  readonly cuts: boolean;
}

/** So many cuts are printed. */
const CUTS_SHOWN = 8;

interface FittedStory {
  readonly story: StoryToFit;
  readonly setting: FitSetting;
  readonly fit: StoryFit;
  readonly cuts: readonly StoryCut[] | null;
  /** The order of the headline and every wording measured against it; null where none was ordered. */
  readonly headlines: { readonly code: HeadlineCode; readonly wordings: readonly WordingFit[] } | null;
}

function rangeWords({ range }: StoryFit): string {
  const { lines, least, most } = range;
  const count = `${String(lines)} ${lines === 1 ? "line" : "lines"}`;
  return least === most ? count : `${count}; ${String(least)}–${String(most)}`;
}

function plannedWords({ planned }: StoryFit): readonly string[] {
  if (!planned) return [];
  const { unit, planned: amount, over, state } = planned;
  const far = Math.abs(over).toFixed(unit === "inches" ? 2 : 0);
  const how = over > 0 ? `${far} ${unit} over` : `${far} ${unit} under`;
  return [`${state === "fits" ? "fits" : how} (planned ${String(amount)} ${unit})`];
}

function legWords({ flow }: StoryFit): readonly string[] {
  if (!flow.legs) return [];
  const { overset, leftPt } = flow;
  if (!overset) return [`${(leftPt / 72).toFixed(2)} in left in the legs`];
  return [`overset by ${String(overset.lines)} ${overset.lines === 1 ? "line" : "lines"}`];
}

function flagWords({ kind, columnLine, style, text, sentence }: FlaggedLine): string {
  const where = columnLine === null ? style : `line ${String(columnLine)}`;
  return `  ${kind} · ${where}: ${oneLine(sentence)} “${oneLine(text)}”`;
}

function cutWords({ words, characters, savesLines }: StoryCut): string {
  const saves = `${String(savesLines)} ${savesLines === 1 ? "line" : "lines"}`;
  return `  cut ${String(characters)} characters, save ${saves}: “${oneLine(words)}”`;
}

function lineWords({ text, fit, overCounts, fault }: HeadlineLine): string {
  const counts = `by ${Math.abs(overCounts).toFixed(1)} counts`;
  const how = fit === "fits" ? "fits" : `${fit} ${counts}`;
  return `“${oneLine(text)}” ${how}${fault === null ? "" : ` (bad break: ${fault})`}`;
}

function headlineWords({ code, wordings }: NonNullable<FittedStory["headlines"]>): readonly string[] {
  return wordings.map(({ kind, alternate, lines, fit: { asTyped } }) => {
    const order = kind === "headline" ? ` ${headlineCodeText(code)}` : "";
    const which = alternate === null ? "" : `, wording ${String(alternate + 2)}`;
    const over = asTyped.lines.length - lines;
    const tooMany = over > 0 ? ` · ${String(over)} ${over === 1 ? "line" : "lines"} too many` : "";
    return `  ${kind}${order}${which}: ${asTyped.lines.map(lineWords).join(" / ")}${tooMany}`;
  });
}

function inWords({ story, setting, fit, cuts, headlines }: FittedStory): string {
  const { depth, words, flagged, factor } = fit;
  const figures = [
    `${String(words)} words`,
    rangeWords(fit),
    `${depth.inches.toFixed(2)} in`,
    `${depth.picas.toFixed(1)} picas`,
    `${depth.cm.toFixed(1)} cm`,
    ...plannedWords(fit),
    ...legWords(fit),
  ];
  const { kit, spec, measured } = setting;
  const learned = measured === 0 ? "" : `, calibrated × ${factor.toFixed(3)} on ${String(measured)} placed`;
  return [
    `${story.slug}  ${figures.join(" · ")}`,
    `  set in ${kit.name} / ${spec.name}${learned}`,
    ...(headlines ? headlineWords(headlines) : []),
    ...flagged.map(flagWords),
    ...(cuts ?? []).slice(0, CUTS_SHOWN).map(cutWords),
    ...(cuts?.length === 0 ? ["  no cheap cut was found"] : []),
  ].join("\n");
}

function forPrograms({ story, setting, fit, cuts, headlines }: FittedStory): unknown {
  const { depth, composed, words, range, planned, flow, flagged, factor } = fit;
  const { kit, spec, measured } = setting;
  return {
    story: story.id,
    slug: story.slug,
    kit: kit.name,
    spec: spec.name,
    words,
    depth,
    composed,
    factor,
    measured,
    range,
    planned,
    legs: flow.legs,
    overset: flow.overset,
    leftPt: flow.leftPt,
    flagged,
    ...(headlines ? { headlines: headlines.wordings } : {}),
    ...(cuts ? { cuts } : {}),
  };
}

/** Sets stories and says how long they are. Where one cannot be set, the others are, and the code is 1. */
export function fitStories(named: readonly string[], choices: FitChoices): RunCommand {
  return async (session) => {
    const { terminal, desk, json } = session;
    const settingOf = fitDesk(session, choices);
    const fitted: FittedStory[] = [];
    let hasFailed = false;
    for (const name of named) {
      const story = await storyToFit(name, session);
      const setting = story.ok ? await settingOf(story.value) : story;
      if (!story.ok || !setting.ok) {
        if (!setting.ok) terminal.complain(inOneLine(setting.error));
        hasFailed = true;
        continue;
      }
      const { kit, spec, compositor, factor, trouble } = setting.value;
      if (trouble !== null) terminal.complain(`${story.value.slug}: ${trouble} ${kit.name} stands in.`);
      const headline = choices.headline ?? setting.value.headline;
      const inSpec = { kit, spec, ...(headline ? { headline } : {}) };
      const fitter = storyFitter({
        setting: inSpec,
        compositor,
        sizes: await pictureSizes(desk, story.value.document),
        legs: choices.legs ?? setting.value.legs,
        factor,
      });
      const fit = fitter.fit(story.value.document, story.value.planned);
      const cuts = choices.cuts ? storyCuts(fit, compositor) : null;
      const { document } = story.value;
      const headlines = headline && {
        code: headline,
        wordings: storyHeadlines(document, compositor, inSpec, headline),
      };
      fitted.push({ story: story.value, setting: setting.value, fit, cuts, headlines });
    }
    if (json) printJson(terminal, { stories: fitted.map(forPrograms) });
    else for (const one of fitted) terminal.print(inWords(one));
    return hasFailed ? EXIT.failed : EXIT.done;
  };
}
