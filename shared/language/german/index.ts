import type { Catalogue } from "../catalogue.ts";
import { app } from "./app.ts";
import { germanForms as forms } from "./forms.ts";
import { settings } from "./settings.ts";
import { story } from "./story.ts";

export const german = { forms, app, settings, story } satisfies Catalogue;
