import { gridOf, HOUSE_BODIES, houseSpec } from "./house-styles.ts";
import type { DeskKit, KitFont, PageGrid } from "./kit.ts";

/** A broadsheet of 11½ × 22 inches in six columns of 116 points. */
const BROADSHEET: PageGrid = gridOf({
  widthPt: 828,
  heightPt: 1584,
  marginTopPt: 36,
  marginBottomPt: 36,
  marginInsidePt: 36,
  marginOutsidePt: 36,
  columns: 6,
  gutterPt: 12,
});

/** A tabloid of 11 × 14 inches in five columns of 134.4 points. */
const TABLOID: PageGrid = gridOf({
  widthPt: 792,
  heightPt: 1008,
  marginTopPt: 36,
  marginBottomPt: 36,
  marginInsidePt: 36,
  marginOutsidePt: 36,
  columns: 5,
  gutterPt: 12,
});

function houseKit(name: string, note: string, page: PageGrid, fonts: readonly KitFont[]): DeskKit {
  const { news, column, briefs } = HOUSE_BODIES;
  return {
    name,
    note,
    page,
    fonts,
    specs: [
      houseSpec("News", page, news, [
        "3-36-2",
        "1-18-3",
        "1-24-3",
        "2-24-2",
        "2-30-2",
        "3-48-2",
        "4-48-1",
        "5-60-1",
      ]),
      houseSpec("Column", page, column, ["2-30-2", "1-24-3", "3-36-1"]),
      houseSpec("Briefs", page, briefs, ["1-14-2", "1-14-1"]),
    ],
  };
}

/** The kits that come with Stet, on the fonts that come with it; the first is used until a desk chooses. */
export function houseKits(fonts: readonly KitFont[]): readonly [DeskKit, DeskKit] {
  return [
    houseKit(
      "Stet Broadsheet",
      "Six columns of 9 on 10 point Source Serif. Comes with Stet.",
      BROADSHEET,
      fonts,
    ),
    houseKit("Stet Tabloid", "Five columns of 9 on 10 point Source Serif. Comes with Stet.", TABLOID, fonts),
  ];
}
