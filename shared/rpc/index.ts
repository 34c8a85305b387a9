export * from "./connect.ts";
export * from "./contract-types.ts";
export * from "./frame.ts";
export * from "./in-process.ts";
export * from "./message.ts";
export * from "./message-port.ts";
export * from "./result.ts";
export * from "./serve.ts";
