import type { StoryFit } from "#shared/fit/depth/index.ts";
import type { StoryFacts } from "#shared/newsroom/index.ts";
import { PAPERS } from "./paper.ts";
import type { ProofSetting } from "./proof-story.ts";

const MINUTE_MS = 60_000;

/** A moment on this computer's clock, as the wall of the newsroom has it, and how far that is from UTC. */
function onTheClock(moment: string): string {
  const at = new Date(moment);
  const ahead = -at.getTimezoneOffset();
  const local = new Date(at.getTime() + ahead * MINUTE_MS).toISOString().slice(0, 16).replace("T", " ");
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const far = minutes === 0 ? String(hours) : `${String(hours)}:${String(minutes).padStart(2, "0")}`;
  return `${local} UTC${ahead === 0 ? "" : `${ahead < 0 ? "−" : "+"}${far}`}`;
}

function inches(value: number): string {
  return `${value.toFixed(2)} in`;
}

function rangeWords({ range }: StoryFit): string {
  const { lines, least, most } = range;
  return least === most
    ? `${String(lines)} lines`
    : `${String(lines)} lines (${String(least)}–${String(most)})`;
}

function plannedWords({ planned }: StoryFit): readonly string[] {
  if (!planned) return [];
  const { unit, planned: amount, over } = planned;
  const far = unit === "inches" ? Math.abs(over).toFixed(2) : String(Math.round(Math.abs(over)));
  const plan = `${String(amount)} ${unit} planned`;
  if (planned.state === "fits") return [`fits ${plan}`];
  return [`${far} ${unit} ${over > 0 ? "over" : "under"}, ${plan}`];
}

function legWords({ flow }: StoryFit): readonly string[] {
  if (!flow.legs) return [];
  if (flow.overset) return [`overset by ${String(flow.overset.lines)} lines`];
  return flow.leftPt < 1 ? ["fills its legs"] : [`${inches(flow.leftPt / 72)} left in its legs`];
}

/** The lines at the head of every sheet: whose copy this is, how it fits, and when it was set. */
export function slugLines(
  facts: StoryFacts,
  fit: StoryFit,
  setting: ProofSetting,
  print: {
    readonly exportedAt: string;
    readonly sheet: number;
    readonly sheets: number;
    readonly scale: number;
  },
): { readonly slug: string; readonly about: string; readonly fit: string } {
  const { kit, spec, factor, measured, version, profile, paper } = setting;
  const place = [facts.desk, facts.section, facts.edition, facts.page].filter((word) => word !== "");
  const percent = `${String(Math.round(print.scale * 100))} %`;
  const about = [
    ...place,
    `version ${String(version)}`,
    onTheClock(print.exportedAt),
    `sheet ${String(print.sheet)} of ${String(print.sheets)}`,
    print.scale < 0.9995 ? `reduced to ${percent} on ${PAPERS[paper].name}` : "100 %",
  ];
  const lengths = [
    rangeWords(fit),
    inches(fit.depth.inches),
    `${String(fit.words)} words`,
    ...plannedWords(fit),
    ...legWords(fit),
    ...(measured > 0 ? [`calibrated × ${factor.toFixed(3)} on ${String(measured)} placed`] : []),
    `${kit.name} / ${spec}`,
    ...(profile ? [`pictures CMYK, ${profile.name}`] : []),
  ];
  return { slug: facts.slug, about: about.join("  ·  "), fit: lengths.join("  ·  ") };
}
