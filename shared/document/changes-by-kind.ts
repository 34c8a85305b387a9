type Json = Readonly<Record<string, unknown>>;

const RUN_FIELDS = ["runs", "caption", "credit"] as const;

/** The kinds of version 1; what else a document holds is not ours to change. */
const KINDS: ReadonlySet<unknown> = new Set(
  "headline byline photo deck source dateline paragraph subhead pullQuote listItem factBox tagline endMark".split(
    " ",
  ),
);

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function strings(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function runOf(run: unknown): unknown {
  if (!isJson(run) || !("change" in run || "formatChange" in run)) return run;
  const { change, formatChange, ...rest } = run;
  const next: Record<string, unknown> = { ...rest };
  if (isJson(change)) {
    const { kind, ...stamp } = change;
    next[kind === "insert" ? "inserted" : "deleted"] = stamp;
  }
  if (isJson(formatChange)) {
    const { was, ...stamp } = formatChange;
    const [before, now] = [strings(was), strings(run["marks"])];
    const added = now.filter((mark) => !before.includes(mark));
    const removed = before.filter((mark) => !now.includes(mark));
    if (added.length + removed.length > 0) {
      next["formats"] = [
        {
          ...stamp,
          ...(added.length > 0 ? { added } : {}),
          ...(removed.length > 0 ? { removed } : {}),
        },
      ];
    }
  }
  return next;
}

function runsOf(runs: unknown): unknown {
  return Array.isArray(runs) ? runs.map(runOf) : runs;
}

function blockOf(block: unknown): unknown {
  if (!isJson(block) || !KINDS.has(block["kind"])) return block;
  const next: Record<string, unknown> = { ...block };
  for (const field of RUN_FIELDS) if (field in block) next[field] = runsOf(block[field]);
  const { alternates } = block;
  if (Array.isArray(alternates)) next["alternates"] = alternates.map(runsOf);
  return next;
}

function noteOf(note: unknown): unknown {
  return isJson(note) ? { state: "open", replies: [], ...note } : note;
}

/**
 * From version 1, where a run had one `change` of one kind and one `formatChange` that kept all
 * marks as they were, to version 2: insertion and deletion apart, format changes told as what they
 * added and removed, and notes with a state and replies.
 */
export function changesByKind(stored: Json): Json {
  const { blocks, notes } = stored;
  return {
    ...stored,
    schema: 2,
    ...(Array.isArray(blocks) ? { blocks: blocks.map(blockOf) } : {}),
    ...(Array.isArray(notes) ? { notes: notes.map(noteOf) } : {}),
  };
}
