import { randomInt } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const FILE_NAME = "usual-ports.json";
/** Below what systems hand out by themselves (32768 on Linux, 49152 elsewhere), so that nobody has it by chance. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
/** So many ports are remembered for one newsroom: the first, and those used while it was taken. */
const KEPT = 3;
const NEW_TRIES = 10;
/** Any port that is free. */
const ANY = 0;

const portsSchema = z.record(z.string(), z.array(z.number().int().min(1).max(65_535)));
type Ports = z.infer<typeof portsSchema>;

function readPorts(home: string): Ports {
  try {
    return portsSchema.parse(JSON.parse(readFileSync(join(home, FILE_NAME), "utf8")));
  } catch {
    // Nothing remembered yet, or nothing that can be read: the next start remembers anew.
    return {};
  }
}

function remember(home: string, ports: Ports): void {
  const path = join(home, FILE_NAME);
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify(ports)}\n`);
    renameSync(`${path}.new`, path);
  } catch {
    // A home that cannot be written to: the newsroom itself says so, and louder.
  }
}

function isTaken(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "EADDRINUSE" || code === "EACCES";
}

/**
 * Opens a host on the port that this newsroom had before: a browser keeps what could not be saved
 * by the address of its page, and an address with another port would not find it. Where that port
 * is taken, the next one that this newsroom has had is tried, then new ones, then any that is free.
 * Rejects with what `open` rejects with for another reason than a port that is taken.
 */
export async function onUsualPort<Host>(
  { home, newsroom }: { readonly home: string; readonly newsroom: string | undefined },
  open: (port: number) => Promise<Host>,
): Promise<Host> {
  const ports = readPorts(home);
  const name = newsroom === undefined ? "" : resolve(newsroom);
  const usual = ports[name] ?? [];
  const fresh = Array.from({ length: NEW_TRIES }, () => randomInt(LOWEST, HIGHEST));
  for (const port of [...usual, ...fresh]) {
    try {
      const host = await open(port);
      if (!usual.includes(port)) remember(home, { ...ports, [name]: [...usual, port].slice(0, KEPT) });
      return host;
    } catch (cause) {
      if (!isTaken(cause)) throw cause;
    }
  }
  return open(ANY);
}
