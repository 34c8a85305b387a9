import { app } from "./app.ts";
import { blocks } from "./blocks.ts";
import { editor } from "./editor.ts";
import { find } from "./find.ts";
import { englishForms as forms } from "./forms.ts";
import { history } from "./history.ts";
import { paste } from "./paste.ts";
import { safety } from "./safety.ts";
import { settings } from "./settings.ts";
import { story } from "./story.ts";
import { typography } from "./typography.ts";

/** Every string of the interface, room by room; the first of the languages, and the shape of all of them. */
export const english = {
  forms,
  app,
  blocks,
  editor,
  find,
  history,
  paste,
  safety,
  settings,
  story,
  typography,
};
