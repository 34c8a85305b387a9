import type { Observable } from "#renderer/app/observable.ts";
import type { Settings } from "#shared/contract/index.ts";
import { typographyStyle, type TypographyStyle } from "#shared/style/typography/index.ts";

/** What of the settings decides how copy is set. */
export type TypographyChoices = Pick<Settings, "typographyAsYouType" | "typographyLocale" | "typographyOff">;

/** The style that is chosen now, made anew only when another one is. */
export function chosenStyle(settings: Observable<TypographyChoices>): () => TypographyStyle {
  let of: TypographyChoices | null = null;
  let style: TypographyStyle | null = null;
  return () => {
    const now = settings.get();
    if (style === null || now !== of) {
      of = now;
      style = typographyStyle(now.typographyLocale, now.typographyOff);
    }
    return style;
  };
}
