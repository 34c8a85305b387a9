import { z } from "zod";
import { chosenKeysSchema, type ChosenKeys } from "#shared/contract/settings.ts";
import { assetIdSchema, type AssetId } from "#shared/document/index.ts";

/**
 * What the desktop's main process and the process that owns the database say to each other beside
 * the contract: starting and closing, the ports of windows, where a photo's file lies, and what
 * only the main process can do (native dialogs, the file manager).
 */
export type ToCore =
  | {
      readonly type: "open";
      readonly home: string;
      readonly newsroom: string | null;
      readonly version: string;
    }
  /** Comes with one port: the window's end of the contract is at the other side of it. */
  | { readonly type: "attach"; readonly caller: string }
  | { readonly type: "photo"; readonly id: number; readonly asset: AssetId }
  | { readonly type: "chosen"; readonly id: number; readonly folder: string | null }
  | { readonly type: "shown"; readonly id: number; readonly shown: boolean }
  | { readonly type: "close" };

export type FromCore =
  | { readonly type: "opened" }
  /** The keys that were chosen in the newsroom that is open, for the menu. */
  | { readonly type: "keys"; readonly chosen: ChosenKeys }
  | {
      readonly type: "photo";
      readonly id: number;
      readonly file: { readonly path: string; readonly mediaType: string } | null;
    }
  | { readonly type: "choose-folder"; readonly id: number; readonly startAt: string }
  | { readonly type: "show-in-folder"; readonly id: number; readonly path: string }
  | { readonly type: "closed" };

const id = z.number().int().nonnegative();

export const toCoreSchema: z.ZodType<ToCore> = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("open"),
    home: z.string(),
    newsroom: z.string().nullable(),
    version: z.string(),
  }),
  z.strictObject({ type: z.literal("attach"), caller: z.string() }),
  z.strictObject({ type: z.literal("photo"), id, asset: assetIdSchema }),
  z.strictObject({ type: z.literal("chosen"), id, folder: z.string().nullable() }),
  z.strictObject({ type: z.literal("shown"), id, shown: z.boolean() }),
  z.strictObject({ type: z.literal("close") }),
]);

export const fromCoreSchema: z.ZodType<FromCore> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("opened") }),
  z.strictObject({ type: z.literal("keys"), chosen: chosenKeysSchema }),
  z.strictObject({
    type: z.literal("photo"),
    id,
    file: z.strictObject({ path: z.string(), mediaType: z.string() }).nullable(),
  }),
  z.strictObject({ type: z.literal("choose-folder"), id, startAt: z.string() }),
  z.strictObject({ type: z.literal("show-in-folder"), id, path: z.string() }),
  z.strictObject({ type: z.literal("closed") }),
]);
