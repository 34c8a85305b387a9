import { KIND_KEYS } from "#renderer/intake/kind-keys.ts";

export interface KeyRow {
  readonly title: string;
  readonly keys: string;
}

/** Keys that belong to one place and are no commands. */
export const LOCAL_KEYS: readonly { readonly group: string; readonly rows: readonly KeyRow[] }[] = [
  {
    group: "In the desk list",
    rows: [
      { title: "From the search box to the stories", keys: "↓" },
      { title: "Move, by a row or by a screen", keys: "↑ ↓ PgUp PgDn Home End" },
      { title: "Open the story", keys: "Enter" },
      { title: "What can be done with the story", keys: "Shift+F10" },
      { title: "Move the story to the bin", keys: "Del" },
      { title: "In the bin: put the story back", keys: "P" },
      { title: "Forget the search", keys: "Esc" },
    ],
  },
  {
    group: "In the rail",
    rows: [{ title: "Keep what is in a field", keys: "Enter" }],
  },
  {
    group: "In the history of a story",
    rows: [
      { title: "Move from version to version", keys: "↑ ↓ PgUp PgDn Home End" },
      { title: "Compare the version", keys: "Enter" },
      { title: "Mark the version, to compare others with it", keys: "C" },
      { title: "Keep the story as it stands under a name", keys: "K" },
    ],
  },
  {
    group: "In a comparison",
    rows: [
      { title: "Next difference", keys: "N or F7" },
      { title: "Last difference before this one", keys: "P or Shift+F7" },
      { title: "Put this part back as it was", keys: "Ctrl or ⌘ and Enter" },
      { title: "Back to the page", keys: "Esc" },
    ],
  },
  {
    group: "While bringing copy in",
    rows: [
      { title: "Move from part to part", keys: "↑ ↓" },
      ...KIND_KEYS.map(({ name, letter }) => ({
        title: `This part is: ${name}`,
        keys: letter.toUpperCase(),
      })),
    ],
  },
];
