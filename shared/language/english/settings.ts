/** The panel of choices. */
export const settings = {
  language: {
    legend: "Language of the interface",
    asSystem: "As the system",
    /** Said of the choice: it is not the language of the copy. */
    note: "Menus, panels and sentences of Stet. Quotation marks and spelling of the copy stay as they are.",
    commands: {
      system: "Language of the interface as the system",
      other: ({ name }: { readonly name: string }) => `Language of the interface: ${name}`,
    },
  },
};
