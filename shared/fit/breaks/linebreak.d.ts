declare module "linebreak" {
  interface BreakPlace {
    readonly position: number;
    readonly required: boolean;
  }
  class LineBreaker {
    constructor(text: string);
    nextBreak(): BreakPlace | null;
  }
  export default LineBreaker;
}
