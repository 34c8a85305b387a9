import { serveCore } from "./core-service.ts";

serveCore(process.parentPort);
