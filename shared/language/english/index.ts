import { app } from "./app.ts";
import { englishForms as forms } from "./forms.ts";
import { settings } from "./settings.ts";
import { story } from "./story.ts";

/** Every string of the interface, room by room; the first of the languages, and the shape of all of them. */
export const english = { forms, app, settings, story };
