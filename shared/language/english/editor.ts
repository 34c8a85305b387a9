import { englishForms as forms } from "./forms.ts";

const { counted } = forms;

/** Writing: marks, case, links, photos, measures, placeholders, boilerplate, the byline's facts, and what is said of saving. */
export const editor = {
  page: ({ slug }: { readonly slug: string }) => `Text of ${slug}`,
  couldNot: ({ why }: { readonly why: string }) =>
    `The editor could not do that (${why}). Your text is as it was before.`,
  lost: ({ controls, halves }: { readonly controls: number; readonly halves: number }) => {
    const said = [
      ...(controls > 0
        ? [`${counted(controls, { one: "control character", other: "control characters" })} left out`]
        : []),
      ...(halves > 0
        ? [`${counted(halves, { one: "half character", other: "half characters" })} replaced by \uFFFD`]
        : []),
    ];
    return `What was typed held what no story can: ${said.join(", ")}.`;
  },
  undo: "Undo",
  redo: "Redo",
  notices: "Notices",
  dismiss: "Dismiss",
  dismissThis: ({ text }: { readonly text: string }) => `Dismiss: ${text}`,
  cases: {
    upper: "UPPER CASE",
    lower: "lower case",
    sentence: "Sentence case",
    title: "Title Case, by AP rules",
    next: "Next case",
  },
  measures: {
    behind: "Add the converted measure or amount of money in brackets",
    instead: "Put the converted measure or amount of money in place of the figure",
    none: "No measure and no amount of money stands at the caret. Put it into a figure with its unit: miles, feet, inches, pounds, acres, gallons, mph, °F, or their metric counterparts; $, €, £, ¥ or kr.",
  },
  tks: {
    next: "Next TK",
    previous: "Previous TK",
    none: "No TK is left in this story.",
  },
  snippets: {
    expand: "Put boilerplate in place of its code",
    insert: ({ name }: { readonly name: string }) => `Insert boilerplate: ${name}`,
    noCode: "No code of a boilerplate text stands before the caret. The settings list them.",
  },
  links: {
    edit: "Link…",
    remove: "Remove link",
    label: "Link",
    to: "Link to",
    set: "Link",
    noAddress: "That is not a web or mail address. Write it like example.org/page or name@example.org.",
  },
  byline: {
    names: "Byline",
    agency: "Agency",
    unsaved: "The text could not be saved just now, so the byline is as it was.",
  },
  photos: {
    insert: "Insert photo…",
    files: "Picture files",
    choose: "Choose picture…",
    replace: "Replace picture…",
    remove: "Remove photo",
    toCome: "Picture to come — drop it here",
    unseen: "This picture cannot be shown here. It is kept and goes out as it is.",
    withoutAlt: "Photo without alternative text",
    adding: "Adding …",
    addingOne: ({ name }: { readonly name: string }) => `Adding ${name || "the pasted picture"} …`,
    addingOneOf: ({ name, nth, of }: { readonly name: string; readonly nth: number; readonly of: number }) =>
      `Adding ${name || "the pasted picture"} (${String(nth)} of ${String(of)}) …`,
    pasted: "pasted picture",
    tooLarge: ({
      name,
      megabytes,
      most,
    }: {
      readonly name: string;
      readonly megabytes: number;
      readonly most: number;
    }) => `${name} has ${String(megabytes)} MB; Stet takes pictures up to ${String(most)} MB.`,
    unreadable: ({ name }: { readonly name: string }) =>
      `${name} could not be read: it is a folder, or gone by now.`,
    notAdded: ({ name, why }: { readonly name: string; readonly why: string }) =>
      `${name || "The pasted picture"}: ${why}`,
    replaced: ({ name }: { readonly name: string }) =>
      `${name} is in the frame. Caption, credit and alt text are those of the picture before.`,
  },
  saving: {
    keptHere: "The newsroom could not take it just now. It is still kept here.",
    keptAsCopy: ({ slug, copy }: { readonly slug: string; readonly copy: string }) =>
      `The story “${slug}” is no longer in the newsroom. Your text is kept as “${copy}”; nothing was overwritten.`,
    tailKeptAsCopy: ({ slug, copy }: { readonly slug: string; readonly copy: string }) =>
      `${slug} is no longer in the newsroom. Its text is kept as ${copy}.`,
    neverArrived: ({ slug, at }: { readonly slug: string; readonly at: string }) =>
      `What was typed in ${slug} at ${at} never reached the newsroom. It is kept here.`,
    openIt: "Open it",
  },
  versions: {
    notSaved:
      "Your own text is not saved yet, so nothing was settled. Try again when the line at the foot says saved.",
    stillChanging: "The other window keeps writing, so nothing was settled. Try again in a moment.",
    onlyOne: "There is only one version now: somebody has settled it meanwhile.",
  },
};
