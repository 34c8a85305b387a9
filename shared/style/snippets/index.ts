export { apDate, fillSnippet, snippetBefore, type FilledSnippet, type SnippetFacts } from "./fill.ts";
export { FIRST_SNIPPETS, type Snippet } from "./snippet.ts";
