import type { Catalogue } from "../catalogue.ts";
import { app } from "./app.ts";
import { banners } from "./banners.ts";
import { desk } from "./desk.ts";
import { desktop } from "./desktop.ts";
import { exporting } from "./exporting.ts";
import { germanForms as forms } from "./forms.ts";
import { intake } from "./intake.ts";
import { keyboard } from "./keyboard.ts";
import { settings } from "./settings.ts";
import { sides } from "./sides.ts";
import { story } from "./story.ts";
import { view } from "./view.ts";

export const german = {
  forms,
  app,
  banners,
  desk,
  desktop,
  exporting,
  intake,
  keyboard,
  settings,
  sides,
  story,
  view,
} satisfies Catalogue;
