import type { Contrast, Measure, Motion, PageFace } from "#shared/contract/index.ts";

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  narrow: "Narrow",
  medium: "Medium",
  wide: "Wide",
  characters: "By characters",
};

export const FACE_WORDS: Readonly<Record<PageFace, string>> = {
  serif: "Source Serif",
  sans: "Libre Franklin",
  systemSerif: "The system’s serif",
  systemSans: "The system’s sans",
  systemMono: "The system’s typewriter face",
};

export const CONTRAST_WORDS: Readonly<Record<Contrast, string>> = {
  system: "As the system",
  more: "High",
  usual: "Usual",
};

export const MOTION_WORDS: Readonly<Record<Motion, string>> = {
  system: "As the system",
  none: "None",
};
