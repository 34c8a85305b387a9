import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const line = z.array(
  z.object({ g: z.number(), ax: z.number(), dx: z.number().default(0), dy: z.number().default(0) }),
);

/** Glyphs as HarfBuzz's own program puts them, from left to right, in font units. */
export type ShapedRow = z.infer<typeof line>;

/** Shapes lines of text with HarfBuzz's own program. */
export function shapedRows(font: string, lines: readonly string[]): readonly ShapedRow[] {
  const folder = mkdtempSync(join(tmpdir(), "stet-hb-"));
  try {
    const file = join(folder, "lines.txt");
    writeFileSync(file, `${lines.join("\n")}\n`);
    const printed = execFileSync(
      "hb-shape",
      ["--no-glyph-names", "--output-format=json", `--text-file=${file}`, font],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    return printed
      .trim()
      .split("\n")
      .map((shaped) => line.parse(JSON.parse(shaped)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The widths that HarfBuzz's own program gives to lines of text, in font units. */
export function shapedWidths(font: string, lines: readonly string[]): readonly number[] {
  return shapedRows(font, lines).map((row) => row.reduce((sum, { ax }) => sum + ax, 0));
}
