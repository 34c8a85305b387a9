export {
  CASE_STYLES,
  changeCase,
  changeCaseWithin,
  type CaseStyle,
  type PieceOfText,
} from "./change-case.ts";
export { charactersOf } from "./letters.ts";
export { namesIn } from "./names.ts";
