import { englishForms as forms } from "./forms.ts";

const { counted, figure } = forms;

export interface Count {
  readonly count: number;
}

/** Pasting, and what is said of what came and what was left out. */
export const paste = {
  commands: {
    text: "Paste as text",
    lines: "Paste keeping the source’s paragraphs",
    insteadText: "Paste as plain text instead",
    insteadLines: "Keep the source’s lines of what was pasted",
  },
  undo: "Undo",
  asPlainText: "Paste as plain text instead",
  keepLines: "Keep the source’s lines",
  empty: "There is no text on the clipboard.",
  mayNotRead: ({ keys, pastedAs }: { readonly keys: string; readonly pastedAs: "text" | "lines" }) =>
    pastedAs === "text"
      ? `This window may not read the clipboard by itself. Press ${keys} now: it is pasted as text.`
      : `This window may not read the clipboard by itself. Press ${keys} now: it is pasted with the paragraphs of its source.`,
  underWay: ({ count }: { readonly count: number }) => `Pasting ${figure(count)} paragraphs…`,
  stop: "Stop and take it back",
  isLong: "Pasting a long text. This takes a moment…",
  tooMuch: ({ paragraphs, most }: { readonly paragraphs: number; readonly most: number }) =>
    `Nothing was pasted: that is ${figure(paragraphs)} paragraphs, and ${figure(most)} can be pasted at once. Paste it in parts, or bring it in as a file.`,
  programs: {
    stet: "Stet",
    googleDocs: "Google Docs",
    googleSheets: "Google Sheets",
    wordOnline: "Word for the web",
    outlook: "Outlook",
    word: "Word",
    excel: "Excel",
    libreOffice: "LibreOffice",
    apple: "a Mac or iPhone app",
    pdf: "a PDF",
    gmail: "Gmail",
    web: "a web page",
  },
  pastedParagraphs: ({ count, fromIfAny }: { readonly count: number; readonly fromIfAny: string | null }) =>
    fromIfAny === null
      ? `Pasted ${counted(count, { one: "paragraph", other: "paragraphs" })}.`
      : `Pasted ${counted(count, { one: "paragraph", other: "paragraphs" })} from ${fromIfAny}.`,
  pastedBlocks: ({ count, fromIfAny }: { readonly count: number; readonly fromIfAny: string | null }) =>
    fromIfAny === null
      ? `Pasted ${counted(count, { one: "block", other: "blocks" })}.`
      : `Pasted ${counted(count, { one: "block", other: "blocks" })} from ${fromIfAny}.`,
  joined: ({ count, hyphens }: { readonly count: number; readonly hyphens: number }) => {
    const lines = counted(count, { one: "line end", other: "line ends" });
    if (hyphens === 0) return `${lines} joined.`;
    return `${lines} joined and ${counted(hyphens, { one: "hyphen", other: "hyphens" })} taken out: check ${hyphens === 1 ? "it" : "them"}.`;
  },
  leftOutSentence: ({ each }: { readonly each: readonly string[] }) => `Left out: ${each.join(", ")}.`,
  leftOut: {
    looks: () => "fonts and colours",
    pictures: ({ count }: Count) => counted(count, { one: "picture", other: "pictures" }),
    trackers: ({ count }: Count) => counted(count, { one: "tracking pixel", other: "tracking pixels" }),
    embeds: ({ count }: Count) => counted(count, { one: "player or frame", other: "players or frames" }),
    scripts: ({ count }: Count) => counted(count, { one: "script", other: "scripts" }),
    controls: ({ count }: Count) =>
      counted(count, { one: "button or form field", other: "buttons or form fields" }),
    hidden: ({ count }: Count) =>
      counted(count, { one: "piece of hidden text", other: "pieces of hidden text" }),
    deletions: ({ count }: Count) => counted(count, { one: "tracked deletion", other: "tracked deletions" }),
    comments: ({ count }: Count) => counted(count, { one: "comment", other: "comments" }),
    numbers: ({ count }: Count) =>
      count === 1
        ? "the number of 1 list item"
        : `the numbers of ${counted(count, { one: "list item", other: "list items" })}`,
    redirects: ({ count }: Count) =>
      counted(count, { one: "redirect before a link", other: "redirects before links" }),
    deadLinks: ({ count }: Count) =>
      counted(count, { one: "link that leads nowhere", other: "links that lead nowhere" }),
    characters: ({ count }: Count) =>
      counted(count, { one: "control character", other: "control characters" }),
    halves: ({ count }: Count) =>
      `${counted(count, { one: "half character", other: "half characters" })} (\uFFFD stands for ${count === 1 ? "it" : "each"})`,
  },
};
