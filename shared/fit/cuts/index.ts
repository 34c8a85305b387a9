export * from "./cheapest-cuts.ts";
export * from "./cheapest-fills.ts";
