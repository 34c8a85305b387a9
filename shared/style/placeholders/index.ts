export { blockTks, storyTks, tkCount, tksIn, tkWords, type StoryTk, type TkPlace } from "./tks.ts";
