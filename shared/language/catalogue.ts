import type { english } from "./english/index.ts";
import type { Forms } from "./forms.ts";

type English = typeof english;

/** The shape of a part of the catalogue: any string where English has one, whichever it is. */
type Said<Part> = Part extends string
  ? string
  : Part extends (named: infer Named) => string
    ? (named: Named) => string
    : { readonly [Name in keyof Part]: Said<Part[Name]> };

/**
 * Every string of the interface, by the room that says it. A member is a string, or a function of one
 * object of named parameters where a sentence has something put in. Each language is checked against
 * this: a member too many or too few does not compile.
 */
export type Catalogue = {
  readonly [Room in keyof English]: Room extends "forms" ? Forms : Said<English[Room]>;
};
