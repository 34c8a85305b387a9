import { compileQuery, findInBlock } from "#shared/find/index.ts";
import type { PatternAnswer, PatternQuestion } from "./pattern-search.ts";

self.addEventListener("message", ({ data }: MessageEvent<PatternQuestion>) => {
  const compiled = compileQuery(data.query);
  const answer: PatternAnswer = compiled.ok
    ? {
        hits: data.blocks.map((block) => findInBlock(block, compiled.value)),
        foundNothing: compiled.value.foundNothing(),
      }
    : { hits: [], foundNothing: false };
  self.postMessage(answer);
});
