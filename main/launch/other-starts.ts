import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** The longest path of a Unix socket that every system takes, in bytes. */
const SOCKET_PATH_MAX = 100;
const ANSWER_MS = 2_000;

/**
 * Where the Stet that has a newsroom open listens for another start; null where the home's path is
 * too long for a socket. Only the same person can connect: the socket is theirs.
 */
function meetingPlace(home: string, newsroom: string | undefined): string | null {
  const name = createHash("sha256")
    .update(`${home}\n${newsroom ?? ""}`)
    .digest("hex")
    .slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\stet-${name}`;
  const path = join(home, `open-${name}.socket`);
  return Buffer.byteLength(path) > SOCKET_PATH_MAX ? null : path;
}

/** Asks a Stet that has this newsroom open for the address of another window; null where none is running. */
export async function addressOfRunningStet(
  home: string,
  newsroom: string | undefined,
): Promise<string | null> {
  const place = meetingPlace(home, newsroom);
  if (place === null) return null;
  const connection = createConnection(place).setTimeout(ANSWER_MS, () => connection.destroy());
  try {
    const address = await text(connection);
    return address === "" ? null : address;
  } catch {
    return null;
  }
}

/** Answers other starts with the address of another window until it is closed. */
export async function answerOtherStarts(
  home: string,
  newsroom: string | undefined,
  address: () => string,
): Promise<{ readonly close: () => void }> {
  const place = meetingPlace(home, newsroom);
  if (place === null) return { close: () => undefined };
  mkdirSync(home, { recursive: true });
  // Nobody answered there, so a socket file is one that a crash has left behind.
  if (process.platform !== "win32") rmSync(place, { force: true });
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(address());
  });
  await new Promise<void>((resolve) => {
    // Without a meeting place a second start finds the newsroom in use, and says so.
    server.once("error", () => resolve());
    server.listen(place, resolve);
  });
  return { close: () => void server.close() };
}
