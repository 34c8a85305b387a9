import { backupBench } from "./backup.bench.ts";
import { changesBench } from "./changes.bench.ts";
import { composerBench } from "./composer.bench.ts";
import { fitTypingBench } from "./fit-typing.bench.ts";
import { largeNewsroomBench } from "./large-newsroom.bench.ts";
import { longStoryBench } from "./long-story.bench.ts";
import { openingBench } from "./opening.bench.ts";
import { pasteBench } from "./paste.bench.ts";
import { replaceBench } from "./replace.bench.ts";
import { startBench } from "./start.bench.ts";
import { describe, type Measurement } from "./statistics.ts";
import { revisionsBench } from "./revisions.bench.ts";
import { savingBench } from "./saving.bench.ts";
import { richTextBench, typingBench } from "./typing.bench.ts";

/** Every benchmark by the name under which it can be run alone: `npm run bench -- typing`. */
const BENCHES: Readonly<Record<string, () => Promise<readonly Measurement[]>>> = {
  start: startBench,
  typing: typingBench,
  "rich-text": richTextBench,
  opening: openingBench,
  "long-story": longStoryBench,
  paste: pasteBench,
  replace: replaceBench,
  changes: changesBench,
  newsroom: largeNewsroomBench,
  saving: savingBench,
  revisions: revisionsBench,
  backup: backupBench,
  composer: composerBench,
  "fit-typing": fitTypingBench,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`,
  );
  process.exit(2);
}

let broken = 0;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const measurement of await bench()) {
    const { lines, kept } = describe(measurement);
    console.log(lines.join("\n"));
    if (!kept) broken += 1;
  }
}
console.log(broken === 0 ? "Every promise was kept." : `Promises not kept: ${String(broken)}.`);
process.exit(broken === 0 ? 0 : 1);
