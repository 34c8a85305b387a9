import fc from "fast-check";
import { expect, it } from "vitest";
import {
  captionsFileName,
  exportFolderName,
  markedName,
  storyFileNames,
} from "#main/core/exchange/file-names.ts";

/** Slugs that are likely to meet: few letters, and the endings that Stet itself adds. */
const slug = fc.oneof(
  fc.constantFrom(
    "tax",
    "Tax",
    "tax-2",
    "tax-2-2",
    "tax-captions",
    "tax-captions-captions",
    "tax-marked",
    "tax-marked-marked",
    "łódź",
    "lodz",
    "水",
  ),
  fc.string({ maxLength: 12 }),
);

it("no file of one story ever meets a file of another, whatever their slugs", () => {
  fc.assert(
    fc.property(fc.array(slug, { maxLength: 12 }), (slugs) => {
      const stems = storyFileNames(slugs);
      const files = stems.flatMap((stem) => [`${stem}.txt`, captionsFileName(stem)]);
      expect(stems).toHaveLength(slugs.length);
      expect(new Set(files).size).toBe(files.length);
      for (const file of files) expect(file).toMatch(/^[a-z0-9][a-z0-9-]*\.txt$/);
    }),
  );
});

it("no marked-up file ever has the name of a file of another story, whatever their slugs", () => {
  fc.assert(
    fc.property(fc.array(slug, { maxLength: 12 }), (slugs) => {
      const stems = storyFileNames(slugs);
      const files = stems.flatMap((stem) => [
        `${markedName(stem)}.docx`,
        `${stem}.txt`,
        captionsFileName(stem),
      ]);
      expect(new Set(files).size).toBe(files.length);
      for (const file of files.filter((name) => name.endsWith(".docx")))
        expect(file).toMatch(/-marked\.docx$/);
    }),
  );
});

it("a story alone in its export keeps its slug, accents folded", () => {
  expect(storyFileNames(["Łódź café"])).toEqual(["lodz-cafe"]);
  expect(exportFolderName(["lodz-cafe"], 0)).toBe("lodz-cafe");
});

it("several stories share a folder named by the local date and minute", () => {
  const earlyInTheYear = new Date(2027, 0, 2, 3, 4).getTime();
  expect(exportFolderName(["a", "b"], earlyInTheYear)).toBe("stet-export-2027-01-02-0304");
});
