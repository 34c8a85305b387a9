import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { BundleFile } from "./bundle-files.ts";

const A_YEAR_S = 31_536_000;

/** Answers with a sentence and no page. */
export function refuse(response: ServerResponse, status: number, sentence: string): void {
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" })
    .end(`${sentence}\n`);
}

/** Answers with a file, or with its headers only where HEAD was asked. Rejects where the file cannot be read. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, mediaType, immutable }: BundleFile,
): Promise<void> {
  const { size } = await stat(path);
  response.writeHead(200, {
    "Content-Type": mediaType,
    "Content-Length": size,
    "Cache-Control": immutable ? `private, max-age=${String(A_YEAR_S)}, immutable` : "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(path), response);
}
