export {
  blockTks,
  storyTks,
  tkCount,
  tksIn,
  tkWords,
  wordsAroundTk,
  type StoryTk,
  type TkPlace,
} from "./tks.ts";
