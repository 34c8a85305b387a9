import type { Catalogue } from "../catalogue.ts";
import { app } from "./app.ts";
import { banners } from "./banners.ts";
import { blocks } from "./blocks.ts";
import { changes } from "./changes.ts";
import { desk } from "./desk.ts";
import { desktop } from "./desktop.ts";
import { editor } from "./editor.ts";
import { exporting } from "./exporting.ts";
import { find } from "./find.ts";
import { fit } from "./fit.ts";
import { germanForms as forms } from "./forms.ts";
import { history } from "./history.ts";
import { intake } from "./intake.ts";
import { keyboard } from "./keyboard.ts";
import { kit } from "./kit.ts";
import { money } from "./money.ts";
import { notes } from "./notes.ts";
import { paste } from "./paste.ts";
import { safety } from "./safety.ts";
import { settings } from "./settings.ts";
import { sides } from "./sides.ts";
import { story } from "./story.ts";
import { typography } from "./typography.ts";
import { view } from "./view.ts";

export const german = {
  forms,
  app,
  banners,
  blocks,
  changes,
  desk,
  desktop,
  editor,
  exporting,
  find,
  fit,
  history,
  intake,
  keyboard,
  kit,
  money,
  notes,
  paste,
  safety,
  settings,
  sides,
  story,
  typography,
  view,
} satisfies Catalogue;

export { told } from "./told/index.ts";
