import { englishForms as forms } from "./forms.ts";
import { nouns } from "./nouns.ts";

/** Notes and queries: what is asked and answered beside the text. */
export const notes = {
  addNote: "Add a note",
  addQuery: "Add a query",
  next: "Next note or query",
  previous: "Previous note or query",
  resolve: "Resolve the note or query here, or reopen it",
  none: "There is no open note or query in this story.",
  noneHere: "There is no note or query here.",
  nowhere: "Put the caret in the text first: a note needs words, a block or a picture to be on.",
  queries: ({ count }: { readonly count: number }) => forms.counted(count, nouns.query),
  kinds: { note: "Note", query: "Query" },
  states: { open: "Open", answered: "Answered", resolved: "Resolved" },
  /** What is read aloud where words or a block have notes. */
  told: {
    note: ({ by }: { readonly by: string }) => `Note by ${by}`,
    query: ({ by }: { readonly by: string }) => `Query by ${by}`,
  },
  /** What the margin says of a block that has notes of its own. */
  margin: {
    note: "Note",
    query: "Query",
    several: ({ count }: { readonly count: number }) => forms.counted(count, nouns.note),
  },
  panel: {
    noStory: "Open a story to see its notes and queries.",
    list: "Notes and queries in this story",
    show: "Show",
    filters: { unresolved: "Unresolved", mine: "Asked of me", all: "All" },
    count: ({ count }: { readonly count: number }) => forms.figure(count),
    shown: "shown",
    empty: "No notes or queries in this story. They stand beside the text and never print.",
    teach: {
      note: "puts a note on the words that are selected, or on the word, block or picture at the caret.",
      query: "asks somebody about it. Until it is answered, the story is not ready.",
    },
    emptyMine: "Nothing is asked of you here.",
    emptyUnresolved: "Everything here is resolved.",
    keys: "A answers, R resolves, E edits, Enter goes there.",
    asked: ({ name }: { readonly name: string }) => `for ${name}`,
    edited: "edited",
    gone: "The words are gone.",
    wholeBlock: "On the whole block",
    replies: ({ count }: { readonly count: number }) =>
      forms.counted(count, { one: "reply", other: "replies" }),
  },
  write: {
    note: "Your note",
    query: "Your query",
    ask: "Ask",
    anybody: "anybody",
    add: { note: "Add note", query: "Add query" },
    discard: "Discard",
    unsigned: "It bears no name yet. Write yours in the settings.",
    answer: "Answer",
    reply: "Reply",
    resolve: "Resolve",
    reopen: "Reopen",
    edit: "Edit",
    delete: "Delete",
    keep: "Keep",
    cancel: "Cancel",
    text: "Text",
  },
};
