import type { Observable } from "#renderer/app/observable.ts";
import type { Settings, StorySummary } from "#shared/contract/index.ts";
import { finalText, hasRuns, type StoryDocument } from "#shared/document/index.ts";
import { apDate, type SnippetFacts } from "#shared/style/snippets/index.ts";

interface FactParts {
  readonly summary: Observable<StorySummary>;
  readonly settings: Observable<Pick<Settings, "userName">>;
  readonly document: () => StoryDocument;
}

/** What boilerplate can say of the story on the page, today, and who writes it. */
export function snippetFacts({ summary, settings, document }: FactParts): () => SnippetFacts {
  return () => {
    const headline = document().blocks.find((block) => block.kind === "headline");
    return {
      slug: summary.get().facts.slug,
      headline: headline && hasRuns(headline) ? finalText(headline.runs) : "",
      date: apDate(new Date()),
      author: settings.get().userName,
    };
  };
}
