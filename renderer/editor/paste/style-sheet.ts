/** The declarations of one element: property in lower case, value as it was written. */
export type Declarations = ReadonlyMap<string, string>;

export const NO_DECLARATIONS: Declarations = new Map();

/** The properties that say anything to a story; all others are somebody's looks. */
const TELLING =
  /^(?:font(?:-weight|-style|-variant|-variant-caps|-size)?|text-decoration(?:-line)?|vertical-align|display|visibility|white-space(?:-collapse)?|width|height|max-height|position|clip|border|margin(?:-left)?|mso-.*)$/;
/** Selectors of one element by its name, its class or both. Anything longer is about a page's layout. */
const SELECTOR = /^(?:[a-z][a-z0-9]*)?(?:\.[-\w]+)?$/i;
const COMMENTS = /\/\*[\s\S]*?\*\/|<!--|-->/g;
const MOST_RULES = 5_000;

/** Takes a list of declarations apart. */
export function declarationsOf(text: string): Declarations {
  const found = new Map<string, string>();
  for (const declaration of text.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon > 0) {
      found.set(
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
    }
  }
  return found;
}

function telling(text: string): Declarations {
  return new Map([...declarationsOf(text)].filter(([property]) => TELLING.test(property)));
}

/** Rules by selector: `p`, `.s1`, `span.s1`. */
export type StyleRules = ReadonlyMap<string, Declarations>;

/** The rules of style sheets that say something of single elements: enough for what programs put on a clipboard. */
export function styleRules(styleSheets: readonly string[]): StyleRules {
  const rules = new Map<string, Declarations>();
  for (const sheet of styleSheets) {
    // A comment that never ends would be looked for from each of its starts.
    const bare = sheet.lastIndexOf("/*") > sheet.lastIndexOf("*/") ? sheet : sheet.replace(COMMENTS, "");
    for (const rule of bare.split("}").slice(0, MOST_RULES)) {
      const brace = rule.lastIndexOf("{");
      if (brace < 0) continue;
      const declarations = telling(rule.slice(brace + 1));
      if (declarations.size === 0) continue;
      for (const selector of rule.slice(0, brace).split(",")) {
        const name = selector.trim().toLowerCase();
        if (name === "" || !SELECTOR.test(name)) continue;
        rules.set(name, new Map([...(rules.get(name) ?? []), ...declarations]));
      }
    }
  }
  return rules;
}
