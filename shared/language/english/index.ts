import { app } from "./app.ts";
import { banners } from "./banners.ts";
import { desk } from "./desk.ts";
import { desktop } from "./desktop.ts";
import { exporting } from "./exporting.ts";
import { englishForms as forms } from "./forms.ts";
import { intake } from "./intake.ts";
import { keyboard } from "./keyboard.ts";
import { settings } from "./settings.ts";
import { sides } from "./sides.ts";
import { story } from "./story.ts";
import { view } from "./view.ts";

/** Every string of the interface, room by room; the first of the languages, and the shape of all of them. */
export const english = {
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
};
