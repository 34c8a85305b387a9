import { describe, expect, it } from "vitest";
import { storyWriters } from "#main/formats/writers.ts";
import { EXPORT_FORMATS, MARKED_UP_FORMATS } from "#shared/contract/export-choices.ts";

describe("the ways out of Stet", () => {
  it("are listed under their own names and never write the same file twice", () => {
    const writers = EXPORT_FORMATS.map((format) => storyWriters[format]);
    expect(writers.map((writer) => writer.format)).toEqual(EXPORT_FORMATS);
    expect(new Set(writers.map((writer) => writer.extension)).size).toBe(EXPORT_FORMATS.length);
    const carriers = writers.filter((writer) => writer.carriesChanges);
    expect(carriers.map((writer) => writer.format)).toEqual(MARKED_UP_FORMATS);
    expect(writers.every((writer) => /^\.[a-z]+$/.test(writer.extension))).toBe(true);
  });
});
