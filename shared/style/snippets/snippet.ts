/** A text that a desk writes again and again, under a name and a short code. */
export interface Snippet {
  /** What is typed for it: no spaces. */
  readonly code: string;
  readonly name: string;
  /** One paragraph. `{slug}`, `{headline}`, `{date}`, `{author}` and `{cursor}` are fields; any other word in braces is asked for. */
  readonly text: string;
}

/** The texts that Stet comes with. */
export const FIRST_SNIPPETS: readonly Snippet[] = [
  { code: "30", name: "End of story", text: "-30-" },
  { code: "more", name: "More to come", text: "(MORE)" },
  {
    code: "nocom",
    name: "No comment yet",
    text: "{Name} did not immediately respond to a request for comment.",
  },
  { code: "contrib", name: "Contributor line", text: "{author} contributed to this report." },
  {
    code: "corr",
    name: "Correction",
    text: "CORRECTION: An earlier version of this story misstated {What was wrong}. {What is right} {cursor}",
  },
  { code: "upd", name: "Updated on", text: "Updated {date}: {cursor}" },
];
