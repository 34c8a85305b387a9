export { convertMeasure, type Spelling } from "./convert.ts";
export { measuresIn, type Measure } from "./measures.ts";
