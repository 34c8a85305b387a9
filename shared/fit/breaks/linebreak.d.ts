declare module "linebreak" {
  interface BreakPlace {
    readonly position: number;
  }
  class LineBreaker {
    constructor(text: string);
    nextBreak(): BreakPlace | null;
  }
  export default LineBreaker;
}
