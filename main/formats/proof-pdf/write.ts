import type { StoryWriter } from "../story-format.ts";

/**
 * The proof: the story as the composer set it, in the columns of its desk kit, as a PDF for office
 * paper. What draws it is loaded with the first one: a core starts without it.
 */
export const proofWriter: StoryWriter = {
  format: "proof",
  extension: ".pdf",
  title: "Proof (PDF)",
  carriesChanges: false,
  write: async (story) => {
    if (!story.proofSetting) throw new Error("a proof was asked for without its setting");
    const { writeProof } = await import("./make-proof.ts");
    return writeProof(story, await story.proofSetting());
  },
};
