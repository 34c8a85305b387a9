import { z } from "zod";
import { assetIdSchema, type AssetId } from "#shared/document/index.ts";
import { editorPlaceSchema, type EditorPlace, type StoryId } from "./stories.ts";
import type { Sayable } from "#shared/rpc/contract-types.ts";
import { keptSayableSchema, saidSchema, sayableSchema } from "#shared/rpc/message.ts";

/** One backup of a newsroom's database. Times are milliseconds since 1970 (UTC). */
export interface BackupFile {
  readonly path: string;
  /** When the copying began: everything committed before is in it. */
  readonly atMs: number;
  readonly bytes: number;
}

/** A backup that was just made, read back and found to hold as much as the newsroom did. */
export interface MadeBackup extends BackupFile {
  readonly stories: number;
  readonly blocks: number;
  /** Photos that were copied to stand beside it, and those that lay there already. */
  readonly photosCopied: number;
  readonly photosThere: number;
  /** Photos whose own file is missing or spoilt: `check` names them. */
  readonly photosUnfit: number;
}

/**
 * The folder on another disk that gets copies too. `in-step`: it has the newest backup; `behind`:
 * it is there, the newest backup is not in it yet; `absent`: the disk is not plugged in, the share
 * not reached; `failed`: it refused the last copy. None of them stops work.
 */
export interface SecondFolder {
  /** The folder that the person chose. */
  readonly chosen: string;
  /** The folder of this newsroom in it. */
  readonly folder: string;
  readonly state: "in-step" | "behind" | "absent" | "failed";
  readonly lastBackupAtMs: number | null;
  /** It lies on the newsroom's own disk: no help when that disk dies. */
  readonly onSameDisk: boolean;
  /** What is wrong, as a sentence; null where nothing is. */
  readonly trouble: Sayable | null;
}

/** How safe the newsroom is, as far as it can be told at once. */
export interface SafetyStatus {
  /** The last change of a story that was committed; null in an empty newsroom. */
  readonly lastCommitAtMs: number | null;
  /** The newest backup in the newsroom's folder; each was verified before it got its name. */
  readonly lastBackup: BackupFile | null;
  readonly isBackingUp: boolean;
  readonly secondFolder: SecondFolder | null;
  readonly lastRestoreTest: RestoreTest | null;
  /** What is left on the newsroom's disk; null where that is not known. */
  readonly freeBytes: number | null;
  /** What the disk refused last, until it takes a write again; null where all is well. */
  readonly trouble:
    (Sayable & { readonly code: "disk-full" | "not-writable" | "damaged" | "newsroom-in-use" }) | null;
}

/** A photo whose file is not what it was when it came in. */
export interface PhotoTrouble {
  readonly asset: AssetId;
  readonly name: string;
  readonly what: "missing" | "changed";
  /** The folder from which the right file was brought back; null where nobody has it. */
  readonly refetchedFrom: string | null;
}

/** A backup as it was found when it was read again. */
export interface CheckedBackup extends BackupFile {
  readonly where: "newsroom" | "second folder";
  /** What is wrong with it; null for a good one. */
  readonly trouble: string | null;
}

/** How a backup fared when it was opened as a newsroom. */
export interface RestoreTest {
  readonly atMs: number;
  readonly backup: BackupFile;
  readonly stories: number;
  readonly blocks: number;
  readonly tookMs: number;
  /** What did not come back, a sentence each; none where everything did. */
  readonly troubles: readonly string[];
}

/** The newsroom's health, looked at from end to end. */
export interface HealthReport {
  readonly atMs: number;
  /** Of the database and its log, in bytes. */
  readonly databaseBytes: number;
  readonly logBytes: number;
  /** What SQLite found wrong with the database; none in a sound one. */
  readonly databaseTroubles: readonly string[];
  /** Rows that belong to nothing. */
  readonly strayRows: number;
  /** What is wrong with the search index. */
  readonly searchTroubles: readonly string[];
  readonly stories: number;
  readonly unreadableStories: readonly {
    readonly id: StoryId;
    readonly slug: string;
    readonly message: string;
  }[];
  readonly photos: number;
  readonly photoBytes: number;
  readonly photoTroubles: readonly PhotoTrouble[];
  readonly backups: readonly CheckedBackup[];
  readonly lastRestoreTest: RestoreTest | null;
}

/** How far a long look or copy has come. */
export interface SafetyProgress {
  readonly done: number;
  readonly total: number;
  /** What is being done now. */
  readonly doing: Sayable;
}

/** How one story came out of a recovery. */
export interface RecoveredStory {
  readonly id: StoryId;
  readonly slug: string;
  /**
   * `whole`: as it was saved last, as far as anybody can tell. `older`: as the backup has it; newer text is
   * lost. `partly`: its newest state, with pieces that are missing or older.
   */
  readonly outcome: "whole" | "older" | "partly";
  /** One sentence for the person. */
  readonly sentence: Sayable;
}

/** What happened to a damaged database, and exactly what came back. */
export interface RecoveryReport {
  readonly atMs: number;
  /** Why Stet took the database for damaged, as a sentence. */
  readonly why: string;
  /** Where the damaged files lie now, untouched, with `recovery-report.txt`. */
  readonly damagedFolder: string;
  /** The backup that the new database was made from; null where there was no good one. */
  readonly backup: BackupFile | null;
  /** Backups that were damaged as well, a sentence each. */
  readonly badBackups: readonly string[];
  /** Stories that are not as the backup has them, and those of which something is lost. */
  readonly stories: readonly RecoveredStory[];
  /** How many stories the newsroom holds now. */
  readonly storiesNow: number;
  /** What could not be read or placed, a sentence each. */
  readonly losses: readonly Sayable[];
  /** Where everything readable lies as text; null where that was not needed. */
  readonly textFolder: string | null;
}

/** A story that somebody was at work on when Stet ended without closing. */
export interface StoryLeftOpen {
  readonly id: StoryId;
  readonly slug: string;
  readonly headline: string;
  readonly savedAtMs: number;
  readonly place: EditorPlace | null;
}

/** What there is to tell after the start; all null on an ordinary day. */
export interface RecoveryNews {
  /** Stet ended without closing (a crash, a power cut, a kill): who had the newsroom, since when, what was open. */
  readonly uncleanEnd: {
    readonly sinceMs: number;
    readonly stories: readonly StoryLeftOpen[];
  } | null;
  readonly report: RecoveryReport | null;
}

const count = z.number().int().nonnegative();
const sentences = z.array(z.string()).readonly();

const backupShape = { path: z.string(), atMs: z.number(), bytes: count };
const backupFileSchema: z.ZodType<BackupFile> = z.strictObject(backupShape);

const madeBackupSchema: z.ZodType<MadeBackup> = z.strictObject({
  ...backupShape,
  stories: count,
  blocks: count,
  photosCopied: count,
  photosThere: count,
  photosUnfit: count,
});

const secondFolderSchema: z.ZodType<SecondFolder> = z.strictObject({
  chosen: z.string(),
  folder: z.string(),
  state: z.enum(["in-step", "behind", "absent", "failed"]),
  lastBackupAtMs: z.number().nullable(),
  onSameDisk: z.boolean(),
  trouble: sayableSchema.nullable(),
});

/** A restore test as it is answered and as it is kept in the newsroom. */
export const restoreTestSchema: z.ZodType<RestoreTest> = z.strictObject({
  atMs: z.number(),
  backup: backupFileSchema,
  stories: count,
  blocks: count,
  tookMs: z.number().nonnegative(),
  troubles: sentences,
});

export const safetyStatusSchema: z.ZodType<SafetyStatus> = z.strictObject({
  lastCommitAtMs: z.number().nullable(),
  lastBackup: backupFileSchema.nullable(),
  isBackingUp: z.boolean(),
  secondFolder: secondFolderSchema.nullable(),
  lastRestoreTest: restoreTestSchema.nullable(),
  freeBytes: z.number().nonnegative().nullable(),
  trouble: z
    .strictObject({
      code: z.enum(["disk-full", "not-writable", "damaged", "newsroom-in-use"]),
      message: z.string(),
      said: saidSchema.exactOptional(),
    })
    .nullable(),
});

const healthReportSchema: z.ZodType<HealthReport> = z.strictObject({
  atMs: z.number(),
  databaseBytes: count,
  logBytes: count,
  databaseTroubles: sentences,
  strayRows: count,
  searchTroubles: sentences,
  stories: count,
  unreadableStories: z
    .array(z.strictObject({ id: z.string(), slug: z.string(), message: z.string() }))
    .readonly(),
  photos: count,
  photoBytes: count,
  photoTroubles: z
    .array(
      z.strictObject({
        asset: assetIdSchema,
        name: z.string(),
        what: z.enum(["missing", "changed"]),
        refetchedFrom: z.string().nullable(),
      }),
    )
    .readonly(),
  backups: z
    .array(
      z.strictObject({
        ...backupShape,
        where: z.enum(["newsroom", "second folder"]),
        trouble: z.string().nullable(),
      }),
    )
    .readonly(),
  lastRestoreTest: restoreTestSchema.nullable(),
});

const safetyProgressSchema: z.ZodType<SafetyProgress> = z.strictObject({
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
  doing: sayableSchema,
});

/** A recovery's report as it is answered and as it is kept beside the damaged files. */
export const recoveryReportSchema: z.ZodType<RecoveryReport> = z.strictObject({
  atMs: z.number(),
  why: z.string(),
  damagedFolder: z.string(),
  backup: backupFileSchema.nullable(),
  badBackups: sentences,
  stories: z
    .array(
      z.strictObject({
        id: z.string(),
        slug: z.string(),
        outcome: z.enum(["whole", "older", "partly"]),
        sentence: keptSayableSchema,
      }),
    )
    .readonly(),
  storiesNow: count,
  losses: z.array(keptSayableSchema).readonly(),
  textFolder: z.string().nullable(),
});

const recoveryNewsSchema: z.ZodType<RecoveryNews> = z.strictObject({
  uncleanEnd: z
    .strictObject({
      sinceMs: z.number(),
      stories: z
        .array(
          z.strictObject({
            id: z.string(),
            slug: z.string(),
            headline: z.string(),
            savedAtMs: z.number(),
            place: editorPlaceSchema.nullable(),
          }),
        )
        .readonly(),
    })
    .nullable(),
  report: recoveryReportSchema.nullable(),
});

/** How safe the newsroom is: backups, health, and what a recovery brought back. */
export const safetyService = {
  methods: {
    status: { params: z.null(), result: safetyStatusSchema },
    /**
     * Looks at everything, and brings photos back where a copy is at hand. A backup or a photo is
     * read whole: minutes in a large newsroom. Gives `cancelled`.
     */
    check: { params: z.null(), result: healthReportSchema, progress: safetyProgressSchema },
    /**
     * Backs up at once: into the newsroom's own folder and the second one, or with `to` into that
     * folder, photos included. Gives `disk-full`, `not-writable`, `not-found` (no such folder),
     * `damaged` (the copy does not verify), `cancelled`.
     */
    backUpNow: {
      params: z.strictObject({ to: z.string().min(1).exactOptional() }) as z.ZodType<{
        readonly to?: string;
      }>,
      result: madeBackupSchema,
      progress: safetyProgressSchema,
    },
    /**
     * Restores the newest backup into a temporary folder, opens it as a newsroom, reads every story
     * and removes it again. Gives `not-found` where there is no backup, `disk-full`, `cancelled`.
     */
    testRestore: { params: z.null(), result: restoreTestSchema, progress: safetyProgressSchema },
    /**
     * Chooses the folder that gets copies too, null for none. What lies in the old one stays. Gives
     * `not-found`, `not-writable`, and `invalid` for a folder inside of the newsroom.
     */
    setSecondFolder: {
      params: z.strictObject({ folder: z.string().min(1).nullable() }),
      result: safetyStatusSchema,
    },
    /** What there is to tell since the start; stays until `recoverySeen`. */
    recovery: { params: z.null(), result: recoveryNewsSchema },
    /** The person has read it. The files in the damaged folder stay. */
    recoverySeen: { params: z.null(), result: z.null() },
  },
  events: {
    /** A backup was made, the second folder came or went, the disk refused or takes writes again. */
    changed: safetyStatusSchema,
  },
};
