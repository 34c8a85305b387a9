import { readFileSync } from "node:fs";
import path from "node:path";

const HERE = path.join(import.meta.dirname, "../unit/fixtures/clipboard");

/** What a program puts on the clipboard: HTML, or a text where it writes nothing else. */
export function copiedFrom(name: string): { readonly html: string; readonly text: string } {
  const raw = readFileSync(path.join(HERE, name), "utf8");
  return name.endsWith(".txt") ? { html: "", text: raw } : { html: raw, text: "" };
}

/** What is made of it: its blocks, as `pastedLine` writes them, and the line that tells of it. */
export interface Pasted {
  readonly lines: readonly string[];
  readonly sentence: string;
}

/** Every page in `tests/unit/fixtures/clipboard`: invented copy in the markup that these programs write. */
export const COPIED_PAGES: Readonly<Record<string, Pasted>> = {
  "word-windows.html": {
    sentence:
      "Pasted 10 blocks from Word. Left out: fonts and colours, 1 picture, 1 tracked deletion, 1 comment, the number of 1 list item.",
    lines: [
      "headline: Tide gates shut a week early",
      "paragraph: {bold|OLDMARSH} — The harbor board closed the gates on Tuesday, 25\u00A0km from the {italic|old} {italic|Marsh Queen} pier.[1]",
      "paragraph: It is the third time since May, the {smallCaps|bbc} said. CO{subscript|2} fell; read [the report](https://example.org/gates?nr=3).",
      "listItem: Two lamps, one {bold|dry}",
      "listItem: Spare wicks",
      "listItem: A boat that floats",
      "pullQuote: “We count the days, not the waves.”",
      "subhead: What comes next",
      "paragraph: The board meets on Friday.",
      "paragraph: [1] Measured along the dike.",
    ],
  },
  "word-mac.html": {
    sentence: "Pasted 5 blocks from Word. Left out: fonts and colours, the numbers of 2 list items.",
    lines: [
      "headline: Ferry keeps its winter hours",
      "paragraph: Crews wanted {italic|more} time. They got it.",
      "listItem: First boat at six",
      "listItem: Last boat at nine",
      "paragraph: {underline|Nobody} asked for {strikethrough|ten} eleven.",
    ],
  },
  "word-365.html": {
    sentence:
      "Pasted 5 blocks from Word for the web. Left out: fonts and colours, 1 picture, 1 tracked deletion.",
    lines: [
      "headline: School roof holds, says auditor",
      "paragraph: The roof of {bold|Norrby} school is soundd, at 12{superscript|th} sight. See [the file](https://example.org/roof).⏎Second line.",
      "listItem: {italic|Beams} are dry",
      "listItem: So is the loft",
      "paragraph: Everybody went home.",
    ],
  },
  "google-docs.html": {
    sentence:
      "Pasted 3 blocks from Google Docs. Left out: fonts and colours, 1 picture, 1 redirect before a link.",
    lines: [
      "headline: Growers ask for a second bus",
      "paragraph: Two growers from {bold|Oldmarsh}{italic| asked} the county for “a bus that comes”. See [the timetable](https://example.org/bus?line=2), line 2{superscript|nd} of May.",
      "paragraph: {strikethrough|Not} so fast,⏎said H{subscript|2}O Lines.",
    ],
  },
  "google-docs-lists.html": {
    sentence: "Pasted 4 blocks from Google Docs. Left out: fonts and colours, the numbers of 2 list items.",
    lines: [
      "listItem: Clear the drains",
      "listItem: {bold|North} side first",
      "listItem: Move the pumps",
      "paragraph: That is all.",
    ],
  },
  "sheets.html": {
    sentence: "Pasted 2 paragraphs from Google Sheets. Left out: fonts and colours.",
    lines: ["paragraph: {bold|Town}⇥{bold|Votes}", "paragraph: Norrby⇥1,204"],
  },
  "outlook-desktop.html": {
    sentence:
      "Pasted 6 paragraphs from Outlook. Left out: fonts and colours, 1 tracking pixel, 1 redirect before a link.",
    lines: [
      "paragraph: Ilse, here is what we have:",
      "paragraph: The vote is on {bold|Monday}, see [the agenda](https://example.org/vote?a=1&b=2).",
      "paragraph: Ben Holt | County desk",
      "paragraph: [ben@example.org](mailto:ben@example.org)",
      "paragraph: {bold|From:} Ilse Varga <ilse@example.org>⏎{bold|Sent:} Friday, March 6, 2026 9:31 AM⏎{bold|Subject:} The vote",
      "paragraph: When is it?",
    ],
  },
  "outlook-web.html": {
    sentence: "Pasted 7 blocks from Outlook. Left out: fonts and colours, 1 tracking pixel.",
    lines: [
      "paragraph: Ana,",
      "paragraph: The new pier is {italic|nearly} done. Photos follow.",
      "listItem: railings",
      "listItem: lamps",
      "paragraph: {bold|Ben Holt}",
      "paragraph: {bold|From:} Ana Ruiz <ana@example.org>⏎{bold|Sent:} Thursday, March 5, 2026 4:02 PM⏎{bold|Subject:} Pier?",
      "paragraph: Is it done?",
    ],
  },
  "gmail.html": {
    sentence: "Pasted 4 paragraphs from Gmail. Left out: fonts and colours.",
    lines: [
      "paragraph: Hello desk,",
      "paragraph: the bridge is {bold|open} again 🎉 since noon.",
      "paragraph: On Mon, Mar 2, 2026 at 8:10 AM Ana Ruiz <[ana@example.org](mailto:ana@example.org)> wrote:",
      "paragraph: Any news of the bridge?",
    ],
  },
  "web-article.html": {
    sentence:
      "Pasted 15 blocks from a web page. Left out: fonts and colours, 1 picture, 3 tracking pixels, 1 player or frame, 2 scripts, 2 buttons or form fields, 4 pieces of hidden text, the numbers of 2 list items, 1 link that leads nowhere.",
    lines: [
      "headline: Market hours {italic|shift} again",
      "paragraph: Stallholders get until eight.",
      "paragraph: Stalls at dusk on Quay Street. Photo: Ana Ruiz",
      "paragraph: The market’s hours were {bold|put off} after a long night and [one vote](https://example.org/vote).",
      "subhead: What it costs",
      "pullQuote: “Eight is {italic|late} enough.”",
      "listItem: Fish: five stalls",
      "listItem: Bread: two",
      "listItem: Open",
      "listItem: Close",
      "paragraph: Day⇥Until",
      "paragraph: Monday⇥20:00",
      "paragraph: Sunday⇥{bold|closed}",
      "paragraph: He said “no”, 20\u00A0% less, J.\u00A0R. Holt said.",
      "paragraph: A second thought⏎on two lines.",
    ],
  },
  "apple-notes.html": {
    sentence: "Pasted 5 blocks from a Mac or iPhone app. Left out: fonts and colours.",
    lines: [
      "paragraph: {bold|Quay Street lights}",
      "paragraph: Six of the lamps are {underline|new}, two are {italic|old}.",
      "paragraph: One is {strikethrough|blue} green.",
      "listItem: North end",
      "listItem: South end",
    ],
  },
  "apple-preview.html": {
    sentence:
      "Pasted 3 paragraphs from a Mac or iPhone app. 4 line ends joined and 1 hyphen taken out: check it. Left out: fonts and colours.",
    lines: [
      "paragraph: The county’s auditor looked at every bill of the last two years and found that most of the pumps had been paid for twice, once by the harbor board and once by the {bold|school trustees}, who did not know of the first bill.",
      "paragraph: Nobody is blamed.",
      "paragraph: The money comes back in three parts, the last of them by the end of May, the auditor wrote.",
    ],
  },
  "pdfjs.html": {
    sentence:
      "Pasted 3 paragraphs from a PDF. 4 line ends joined and 1 hyphen taken out: check it. Left out: fonts and colours.",
    lines: [
      "paragraph: Pumps paid for twice",
      "paragraph: The harbor board has paid for nine pumps that stand in a barn near Norrby, the county said, and which nobody had seen running since the storm. A well-known grower keeps the key of the barn and has asked for rent.",
      "paragraph: The rent is not much: a basket of eels each spring and a self-made chair.",
    ],
  },
  "pdf-chrome.txt": {
    sentence: "Pasted 3 paragraphs. 4 line ends joined and 1 hyphen taken out: check it.",
    lines: [
      "paragraph: Bus line two",
      "paragraph: The second bus to Norrby will run from Monday, the county said, and it will stop at every farm on the way if somebody waves in good time. Drivers are trained to see waving from half a kilometre away.",
      "paragraph: It costs nothing for the first month. After that a ticket is three crowns, or two for those who bring their own seat.",
    ],
  },
  "libreoffice.html": {
    sentence: "Pasted 5 blocks from LibreOffice. Left out: fonts and colours, 1 picture, 1 tracked deletion.",
    lines: [
      "headline: Eel season opens",
      "paragraph: Boats left at {bold|four}, {smallCaps|nato} twice asked.",
      "listItem: nets",
      "listItem: {italic|baskets}",
      "paragraph: Last line{superscript|1} with [a link](https://example.org/eels).",
    ],
  },
};
