/** The value below which the given share (0 to 1) of the samples lies, by the nearest-rank method. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** What a benchmark weighed, in megabytes of 1,048,576 bytes. */
export interface Weight {
  readonly name: string;
  readonly megabytes: number;
  readonly limit: { readonly megabytes: number };
}

/** What one benchmark found. */
export type Measurement = Timing | Weight;

/** Milliseconds at the median and the 95th percentile, beside its baseline where it has one. */
export interface Timing {
  readonly name: string;
  readonly samples: readonly number[];
  readonly baseline?: { readonly name: string; readonly samples: readonly number[] };
  /** What the issue promises: a limit in milliseconds for the p95 or for every sample, or a ratio to the baseline's p95, or how much later than that. */
  readonly limit:
    | { readonly p95Ms: number }
    | { readonly longestMs: number }
    | { readonly ratio: number }
    | { readonly laterMs: number }
    | null;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

function promiseOf(limit: NonNullable<Timing["limit"]>): string {
  if ("ratio" in limit) return `p95 ≤ ${String(limit.ratio)}× the baseline`;
  if ("laterMs" in limit) return `p95 at most ${milliseconds(limit.laterMs)} later than the baseline`;
  return "p95Ms" in limit ? `p95 ≤ ${milliseconds(limit.p95Ms)}` : `all ≤ ${milliseconds(limit.longestMs)}`;
}

/** A measurement as lines for a person, and whether it kept its promise. */
interface Described {
  readonly lines: readonly string[];
  readonly kept: boolean;
}

function describeWeight({ name, megabytes, limit }: Weight): Described {
  const kept = megabytes <= limit.megabytes;
  const promise = `≤ ${String(limit.megabytes)} MB`;
  return {
    lines: [`${name}: ${megabytes.toFixed(1)} MB`, `  promised: ${promise}: ${kept ? "kept" : "NOT KEPT"}`],
    kept,
  };
}

function describeTiming(measurement: Timing): Described {
  const { name, samples, baseline, limit } = measurement;
  const p50 = percentile(samples, 0.5);
  const p95 = percentile(samples, 0.95);
  const lines = [
    `${name}: p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)} (${String(samples.length)} samples)`,
  ];
  let kept = true;
  if (baseline) {
    const base50 = percentile(baseline.samples, 0.5);
    const base95 = percentile(baseline.samples, 0.95);
    lines.push(`  ${baseline.name}: p50 ${milliseconds(base50)}, p95 ${milliseconds(base95)}`);
    lines.push(`  ratio: p50 ${(p50 / base50).toFixed(2)}×, p95 ${(p95 / base95).toFixed(2)}×`);
    if (limit && "ratio" in limit) kept = p95 / base95 <= limit.ratio;
    if (limit && "laterMs" in limit) kept = p95 - base95 <= limit.laterMs;
  }
  if (limit && "p95Ms" in limit) kept = p95 <= limit.p95Ms;
  if (limit && "longestMs" in limit) {
    const longest = Math.max(...samples);
    kept = longest <= limit.longestMs;
    lines.push(`  longest: ${milliseconds(longest)}`);
  }
  if (limit) lines.push(`  promised: ${promiseOf(limit)}: ${kept ? "kept" : "NOT KEPT"}`);
  return { lines, kept };
}

/** One measurement as lines for a person, and whether it kept its promise. */
export function describe(measurement: Measurement): Described {
  return "megabytes" in measurement ? describeWeight(measurement) : describeTiming(measurement);
}
