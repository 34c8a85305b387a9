/** Two stories beside each other. */
export const sides = {
  left: "Story on the left",
  right: "Story on the right",
  width: "Width of the left story",
  close: "Close",
  closeOf: ({ slug }: { readonly slug: string }) => `Close ${slug}`,
  /** `slugIfAny` is null for a story whose name is not known yet. */
  openAlready: ({ slugIfAny }: { readonly slugIfAny: string | null }) =>
    `${slugIfAny ?? "That story"} is open on this side already.`,
  commands: {
    open: "Open the story chosen in the list beside this one",
    left: "To the story on the left",
    right: "To the story on the right",
    close: "Close the story on this side",
    wider: "Divider to the right",
    narrower: "Divider to the left",
  },
};
