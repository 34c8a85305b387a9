import { z } from "zod";
import { EXPORT_FORMATS, PICTURE_CHOICES, type ExportFormat, type PictureChoice } from "./exporting.ts";

/** What a person has chosen for this newsroom on this laptop. */
export interface Settings {
  readonly theme: "system" | "light" | "dark";
  /** The name that stands on changes and in exports. */
  readonly userName: string;
  readonly deskListOpen: boolean;
  readonly railOpen: boolean;
  /** The story that was open last; null for none. */
  readonly lastStory: string | null;
  readonly exportInto: string;
  readonly exportFormats: readonly ExportFormat[];
  readonly exportPictures: PictureChoice;
  readonly exportZip: boolean;
}

const shapes = {
  theme: z.enum(["system", "light", "dark"]),
  userName: z.string().max(200),
  deskListOpen: z.boolean(),
  railOpen: z.boolean(),
  lastStory: z.string().nullable(),
  exportInto: z.string(),
  exportFormats: z.array(z.enum(EXPORT_FORMATS)).readonly(),
  exportPictures: z.enum(PICTURE_CHOICES),
  exportZip: z.boolean(),
};

export const settingsSchema: z.ZodType<Settings> = z.strictObject(shapes);

export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] };

export const settingsChangeSchema: z.ZodType<SettingsChange> = z.strictObject({
  theme: shapes.theme.exactOptional(),
  userName: shapes.userName.exactOptional(),
  deskListOpen: shapes.deskListOpen.exactOptional(),
  railOpen: shapes.railOpen.exactOptional(),
  lastStory: shapes.lastStory.exactOptional(),
  exportInto: shapes.exportInto.exactOptional(),
  exportFormats: shapes.exportFormats.exactOptional(),
  exportPictures: shapes.exportPictures.exactOptional(),
  exportZip: shapes.exportZip.exactOptional(),
});

/** What applies before anybody has chosen; `exportInto` is filled by the core with a folder of this machine. */
export const DEFAULT_SETTINGS: Settings = {
  theme: "system",
  userName: "",
  deskListOpen: true,
  railOpen: true,
  lastStory: null,
  exportInto: "",
  exportFormats: EXPORT_FORMATS,
  exportPictures: "jpeg",
  exportZip: true,
};

/** Choices that outlive the window. */
export const settingsService = {
  methods: {
    read: { params: z.null(), result: settingsSchema },
    change: { params: settingsChangeSchema, result: settingsSchema },
  },
  events: { changed: settingsSchema },
};
