import { z } from "zod";

export interface NewsroomInfo {
  readonly folder: string;
  readonly kind: "own" | "sample";
  readonly stories: number;
}

/** Where the renderer runs and what it can ask of the machine. */
export interface HostInfo {
  readonly host: "electron" | "browser" | "command-line" | "test";
  readonly version: string;
  readonly platform: "mac" | "windows" | "linux";
  /** Null until the person has chosen one. */
  readonly newsroom: NewsroomInfo | null;
  /** Why the newsroom that was asked for did not open, as a sentence; null where it did. */
  readonly trouble: string | null;
  readonly canChooseFolder: boolean;
  readonly canShowInFolder: boolean;
}

const newsroomInfoSchema: z.ZodType<NewsroomInfo> = z.strictObject({
  folder: z.string(),
  kind: z.enum(["own", "sample"]),
  stories: z.number().int().nonnegative(),
});

export const hostInfoSchema: z.ZodType<HostInfo> = z.strictObject({
  host: z.enum(["electron", "browser", "command-line", "test"]),
  version: z.string(),
  platform: z.enum(["mac", "windows", "linux"]),
  newsroom: newsroomInfoSchema.nullable(),
  trouble: z.string().nullable(),
  canChooseFolder: z.boolean(),
  canShowInFolder: z.boolean(),
});

/** The machine that Stet runs on. */
export const hostService = {
  methods: {
    info: { params: z.null(), result: hostInfoSchema },
    /** Opens the person's own newsroom (made where there is none) or the sample one (filled where it is empty). Closes the one that was open. */
    openNewsroom: { params: z.strictObject({ kind: z.enum(["own", "sample"]) }), result: newsroomInfoSchema },
    /** Null where the person chose none; `not-here` where the host has no dialog. */
    chooseFolder: { params: z.strictObject({ startAt: z.string() }), result: z.string().nullable() },
    /** Gives `not-here` where the host has no file manager to ask, `not-found` where the path is gone. */
    showInFolder: { params: z.strictObject({ path: z.string().min(1) }), result: z.null() },
  },
  events: {
    /** Another newsroom is open now: everything on screen is out of date. */
    newsroomChanged: newsroomInfoSchema,
  },
};
