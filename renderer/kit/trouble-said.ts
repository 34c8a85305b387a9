import { troubleSentence, type KitTrouble } from "#shared/fit/kit/kit-trouble.ts";
import { retold } from "#shared/language/index.ts";

/** What is wrong with a kit and where, in the language of the interface. */
export function troubleSaid(trouble: KitTrouble): string {
  return retold({ message: troubleSentence(trouble), said: { name: "kitTrouble", named: { ...trouble } } });
}
