import { exportingService } from "./exporting.ts";
import { findingService } from "./finding.ts";
import { hostService } from "./host.ts";
import { intakeService } from "./intake.ts";
import { kitsService } from "./kits.ts";
import { photosService } from "./photos.ts";
import { revisionsService } from "./revisions.ts";
import { safetyService } from "./safety.ts";
import { settingsService } from "./settings.ts";
import { storiesService } from "./stories.ts";
import type { Client, Handlers } from "#shared/rpc/contract-types.ts";
import type { FailureCode } from "./failures.ts";

export * from "./export-choices.ts";
export * from "./exporting.ts";
export * from "./failures.ts";
export * from "./finding.ts";
export * from "./first-settings.ts";
export * from "./host.ts";
export * from "./intake.ts";
export * from "./kits.ts";
export * from "./limits.ts";
export * from "./photos.ts";
export * from "./revisions.ts";
export * from "./safety.ts";
export * from "./settings.ts";
export * from "./stories.ts";
export * from "./view-choices.ts";

/** Everything that the renderer and the command line may ask of the core. */
export const deskContract = {
  stories: storiesService,
  revisions: revisionsService,
  photos: photosService,
  kits: kitsService,
  intake: intakeService,
  exporting: exportingService,
  finding: findingService,
  settings: settingsService,
  safety: safetyService,
  host: hostService,
};
export type DeskContract = typeof deskContract;

/** The core as its callers see it. */
export type Desk = Client<DeskContract, FailureCode>;

/** The core as it is written. */
export type DeskHandlers = Handlers<DeskContract, FailureCode>;
