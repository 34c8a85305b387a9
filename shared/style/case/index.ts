export { CASE_STYLES, changeCase, type CaseStyle } from "./change-case.ts";
export { charactersOf } from "./letters.ts";
export { namesIn } from "./names.ts";
