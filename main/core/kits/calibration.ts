import { z } from "zod";
import { failure, type Failure } from "#shared/contract/failures.ts";
import {
  measurementSchema,
  type Calibration,
  type KitChoice,
  type Measurement,
} from "#shared/contract/kits.ts";
import { canonicalJson, type KitId } from "#shared/fit/kit/index.ts";
import { failed, ok, type Result } from "#shared/rpc/result.ts";
import type { KeptKit } from "./kit-archive.ts";
import type { KitRows } from "./kit-rows.ts";
import { told } from "#shared/language/told.ts";

/** What column specs have learned from placed stories. */
export interface Calibrations {
  readonly of: (choice: KitChoice) => Calibration;
  /** Gives `invalid` where the depths cannot be of the same story. */
  readonly measure: (choice: KitChoice, measurement: Measurement) => Result<Calibration, Failure>;
  readonly forget: (choice: KitChoice, story: string) => Calibration;
  /** Takes the measurements of one kit over to another, for column specs that set a story exactly as before. */
  readonly carryOver: (from: KeptKit, to: KeptKit) => void;
}

/** The newest so many count: a desk's page changes slowly, but it does. */
const KEPT = 50;
/** Beyond this, the wrong unit or the wrong story was entered. */
const FURTHEST = 1.5;

const rowSchema = z.array(measurementSchema);

function rowOf({ kit, spec }: KitChoice): string {
  return `measured:${kit}:${spec}`;
}

function sum(measurements: readonly Measurement[], depth: "realPt" | "composedPt"): number {
  return measurements.reduce((total, measurement) => total + measurement[depth], 0);
}

function calibrationOf(measurements: readonly Measurement[]): Calibration {
  const composedPt = sum(measurements, "composedPt");
  return { factor: composedPt > 0 ? sum(measurements, "realPt") / composedPt : 1, measurements };
}

/** What decides how a column spec sets a story: itself, the page it stands on, and the fonts. */
function settingKey({ kit }: KeptKit, name: string): string | null {
  const spec = kit.specs.find((candidate) => candidate.name === name);
  return spec ? canonicalJson([spec, kit.page, kit.fonts]) : null;
}

/** Opens the measurements of a newsroom. */
export function openCalibrations(rows: KitRows): Calibrations {
  const of = (choice: KitChoice): Calibration => calibrationOf(rows.read(rowOf(choice), rowSchema) ?? []);
  const write = (choice: KitChoice, measurements: readonly Measurement[]): Calibration => {
    rows.write(rowOf(choice), measurements.length === 0 ? null : measurements);
    return of(choice);
  };
  const specsMeasured = (kit: KitId): readonly string[] => rows.named(`measured:${kit}:`);
  return {
    of,
    measure: (choice, measurement) => {
      const factor = measurement.realPt / measurement.composedPt;
      if (factor > FURTHEST || factor < 1 / FURTHEST) {
        const { slug, composedPt, realPt } = measurement;
        return failed(failure("invalid", told("depthImpossible", { slug, composedPt, realPt }), slug));
      }
      const others = of(choice).measurements.filter(({ story }) => story !== measurement.story);
      return ok(write(choice, [measurement, ...others].slice(0, KEPT)));
    },
    forget: (choice, story) =>
      write(
        choice,
        of(choice).measurements.filter((measurement) => measurement.story !== story),
      ),
    carryOver: (from, to) => {
      for (const spec of specsMeasured(from.id)) {
        const key = settingKey(from, spec);
        if (key !== null && key === settingKey(to, spec)) {
          write({ kit: to.id, spec }, of({ kit: from.id, spec }).measurements);
        }
      }
    },
  };
}
