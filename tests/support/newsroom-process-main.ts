import { openDesk } from "#main/core/desk.ts";
import { headline, paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments } from "#shared/document/index.ts";

const [home = "", task = "open", lastWords = ""] = process.argv.slice(2);

const { desk } = await openDesk({
  home,
  openAtOnce: "own",
  abilities: { host: "command-line", version: "0.0.0-test" },
});
const info = await desk.host.info(null);
let said = (info.ok && info.value.trouble) || "open";

if (said === "open" && task === "save") {
  const before = story(headline("Power cut"));
  const made = await desk.stories.create({ facts: { slug: "power-cut" }, document: before });
  if (!made.ok) throw new Error(made.error.message);
  const after = story(...before.blocks, paragraph(lastWords));
  const saved = await desk.stories.save({
    story: made.value.summary.id,
    base: made.value.summary.version,
    saveId: "last",
    patch: diffDocuments(before, after),
  });
  said = saved.ok ? "saved" : saved.error.message;
}
process.stdout.write(`${said}\n`);
// Keeps the newsroom open until somebody kills this process.
setInterval(() => undefined, 60_000);
