import type { PictureWords } from "../photos/picture-words.ts";

/** The photographs of the sample newsroom, by the names of their files in `photos/`. */
export const PHOTOGRAPHS = ["harbor", "chamber", "gym", "fog-road", "market"] as const;
export type Photograph = (typeof PHOTOGRAPHS)[number];

/** Where and for whom all of them were made: places and people that do not exist. */
const PLACE = { state: "Tarn County", country: "Sund" } as const;

/** What each photograph says about itself in IPTC, XMP and EXIF. */
export const PHOTOGRAPH_WORDS: Readonly<Record<Photograph, PictureWords>> = {
  harbor: {
    ...PLACE,
    headline: "Boats wait for the storm",
    caption:
      "Fishing boats lie doubled up on their moorings behind the Halvern mole at dusk, hours before the wind was due to turn.",
    credit: "Halvern Ledger",
    creators: ["Ana Ruiz"],
    alt: "Four fishing boats at anchor on dark water, a lighthouse and a red sky behind them",
    takenAt: "2026-11-02T16:48:00+01:00",
    city: "Halvern",
  },
  chamber: {
    ...PLACE,
    headline: "Full house for the bus vote",
    caption:
      "Every public seat in the Halvern council chamber was taken before the vote on the evening buses.",
    credit: "Halvern Ledger",
    creators: ["Ilir Dervišhalli"],
    alt: "A microphone with a lit red ring on a wooden bench, rows of people out of focus behind it",
    takenAt: "2026-10-27T19:31:00+01:00",
    city: "Halvern",
  },
  gym: {
    ...PLACE,
    headline: "Robot with a long arm",
    caption:
      "“Heron,” the robot built by Norrby School’s team, holds up a ring in the final at the school gym.",
    credit: "Halvern Ledger",
    creators: ["Zoë Lindqvist-Okafor"],
    alt: "A four-wheeled robot lifts an orange ring on a jointed arm, a crowd blurred behind it",
    takenAt: "2026-10-31T15:05:00+01:00",
    city: "Norrby",
  },
  "fog-road": {
    ...PLACE,
    headline: "The six o’clock mail",
    caption:
      "The mail van comes down the Brekke Hill road in fog, as it has on every working day for 61 years.",
    credit: "Halvern Ledger",
    creators: ["Ana Ruiz"],
    alt: "A red van with its lamps lit on a straight road between fir trees in thick fog",
    takenAt: "2026-10-19T07:12:00+02:00",
    city: "Brekke Hill",
  },
  market: {
    ...PLACE,
    headline: "Before the bell",
    caption: "Stallholders and the first customers on the Halvern market square before dawn.",
    credit: "Halvern Ledger",
    creators: ["Ilir Dervišhalli"],
    alt: "Lit market stalls with striped awnings on wet cobbles under a string of lights, a church behind",
    takenAt: "2026-10-24T06:20:00+02:00",
    city: "Halvern",
  },
};
