import { z } from "zod";
import type { StoryPair } from "./story-pair.ts";

export const storyPairSchema: z.ZodType<StoryPair> = z.strictObject({
  left: z.string().min(1),
  right: z.string().min(1),
  focused: z.enum(["left", "right"]),
  leftPercent: z.number().min(0).max(100),
});
