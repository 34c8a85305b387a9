import { changesByKind } from "./changes-by-kind.ts";

/** Brings the stored form of a document from one version to the next. It sees plain JSON, never today's types. */
export type DocumentMigration = (
  stored: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** `MIGRATIONS[n]` brings version n + 1 to version n + 2; a migration, once released, never changes. */
const MIGRATIONS: readonly DocumentMigration[] = [changesByKind];

/** Runs every migration that a stored document has not seen yet, in order. */
export function migrateToCurrent(
  stored: Readonly<Record<string, unknown>> & { readonly schema: number },
): Readonly<Record<string, unknown>> {
  return MIGRATIONS.slice(stored.schema - 1).reduce<Readonly<Record<string, unknown>>>(
    (document, migrate) => migrate(document),
    stored,
  );
}
