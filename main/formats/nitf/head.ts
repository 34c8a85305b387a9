import { countStory, runsText } from "#shared/document/index.ts";
import type { PrintStory } from "../story-format.ts";
import { element, onLines, type XmlElement } from "../xml.ts";

/** ISO 8601 basic form, as `norm` wants it: `20261122T150000Z`. */
function norm(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** A day without a time: `20261122T000000Z`. */
function normDay(day: string): string {
  return norm(`${day}T00:00:00Z`);
}

function managementStatus({ facts, exportedAt }: PrintStory): string {
  if (facts.status === "kill") return "canceled";
  if (facts.status === "hold") return "withheld";
  return facts.embargo !== null && Date.parse(facts.embargo) > Date.parse(exportedAt)
    ? "embargoed"
    : "usable";
}

function docdata(story: PrintStory): XmlElement {
  const { slug, priority, embargo, desk } = story.facts;
  return element(
    "docdata",
    { "management-status": managementStatus(story) },
    onLines([
      element("doc-id", { regsrc: "stet", "id-string": story.id }),
      ...(priority === null ? [] : [element("urgency", { "ed-urg": String(priority) })]),
      element("date.issue", { norm: norm(story.exportedAt) }),
      ...(embargo === null ? [] : [element("date.release", { norm: norm(embargo) })]),
      ...(desk === "" ? [] : [element("fixture", { "fix-id": desk })]),
      element("du-key", { key: slug }),
      element("key-list", {}, [element("keyword", { key: slug })]),
    ]),
  );
}

function given(fact: string | null): string | undefined {
  return fact === null || fact === "" ? undefined : fact;
}

function pubdata({ facts, document }: PrintStory): XmlElement {
  return element("pubdata", {
    type: "print",
    "item-length": String(countStory(document).body.words),
    "unit-of-measure": "word",
    "date.publication": facts.publicationDate === null ? undefined : normDay(facts.publicationDate),
    "edition.name": given(facts.edition),
    "position.section": given(facts.section),
    "position.sequence": given(facts.page),
  });
}

/** What is known about the story beside its text (NITF 3.6: title, docdata, pubdata). */
export function nitfHead(story: PrintStory): XmlElement {
  const headline = story.document.blocks.find((block) => block.kind === "headline");
  const title = headline ? runsText(headline.runs) : story.facts.slug;
  return element("head", {}, onLines([element("title", {}, [title]), docdata(story), pubdata(story)]));
}
