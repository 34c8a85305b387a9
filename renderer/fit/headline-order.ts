import { parseHeadlineCode } from "#shared/fit/kit/headline-code.ts";
import type { HeadlineCode } from "#shared/fit/kit/kit.ts";
import type { FitStore, FittedPage } from "./fit-store.ts";

/** The order of headlines: what somebody tries on, else the story's own, else the first of the column spec. */
export function headlineCode(
  { code }: FitStore,
  { kit, use }: Pick<FittedPage, "kit" | "use">,
): HeadlineCode {
  const spec = kit.specs.find(({ name }) => name === use.choice.spec) ?? kit.specs[0];
  const named = use.headline ?? spec?.headlineCodes[0];
  const own = named === undefined ? null : parseHeadlineCode(named);
  return code.get() ?? own ?? { columns: 1, sizePt: 24, lines: 2 };
}
