import { mkdirSync } from "node:fs";
import { diskFailure } from "#main/core/disk-failure.ts";
import { amount } from "#shared/newsroom/index.ts";
import { inOneLine, printJson, typedPath, type RunCommand } from "../command-session.ts";
import { EXIT } from "../terminal.ts";

/** Backs the newsroom up: into its own folder and the second one, or into a folder that is made where it is not there. */
export function backUp(to: string | undefined): RunCommand {
  return async ({ desk, terminal, json }) => {
    const folder = to === undefined ? undefined : typedPath(terminal, to);
    try {
      if (folder !== undefined) mkdirSync(folder, { recursive: true });
    } catch (error) {
      terminal.complain(inOneLine(diskFailure(error, folder ?? "")));
      return EXIT.failed;
    }
    const made = await desk.safety.backUpNow(folder === undefined ? {} : { to: folder }, {
      signal: terminal.signal,
      onProgress: ({ done, total, doing }) =>
        terminal.progress?.(`${doing.message}: ${String(done)} of ${String(total)}`),
    });
    terminal.progress?.("");
    if (!made.ok) {
      terminal.complain(
        made.error.code === "cancelled" ? "Cancelled: no backup was made." : inOneLine(made.error),
      );
      return EXIT.failed;
    }
    const { path, stories, blocks, photosCopied, photosThere, photosUnfit } = made.value;
    if (json) printJson(terminal, made.value);
    else {
      terminal.print(
        `${path}  ${amount(stories, "story", "stories")}, ${amount(blocks, "block")}, read back and sound`,
      );
      if (folder !== undefined) {
        terminal.print(`${amount(photosCopied, "photo")} copied, ${String(photosThere)} there already`);
      }
    }
    if (photosUnfit === 0) return EXIT.done;
    terminal.complain(`${amount(photosUnfit, "photo")} could not be copied: "stet verify" names them.`);
    return EXIT.failed;
  };
}
