import type { english } from "./english/index.ts";

/**
 * Every string of the interface, by the room that says it. A member is a string, or a function of one
 * object of named parameters where a sentence has something put in. Each language is checked against
 * this: a member too many or too few does not compile.
 */
export type Catalogue = typeof english;
