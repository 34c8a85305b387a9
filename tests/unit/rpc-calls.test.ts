import { once } from "node:events";
import { createServer } from "node:http";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { socketTransport } from "#main/webhost/socket-transport.ts";
import {
  connect,
  inProcessPair,
  messagePortTransport,
  type Connection,
  type Transport,
} from "#shared/rpc/index.ts";
import { tinyServer, type TinyCode, type TinyContract } from "#tests/support/tiny-contract.ts";

type Road = () => Promise<readonly [Transport, Transport]>;
const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
});

function portRoad(port: MessagePort): Transport {
  return messagePortTransport(port, {
    onMessage: (listener) => port.on("message", listener),
    onClose: (listener) => port.on("close", listener),
  });
}

async function socketPair(): Promise<readonly [Transport, Transport]> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const arrived = new Promise<WebSocket>((resolve) => {
    sockets.on("connection", resolve);
  });
  const near = new WebSocket(`ws://127.0.0.1:${String(address.port)}`);
  await once(near, "open");
  endings.push(() => {
    near.terminate();
    sockets.close();
    http.close();
    http.closeAllConnections();
  });
  return [socketTransport(near), socketTransport(await arrived)];
}

const ROADS: readonly (readonly [string, Road])[] = [
  ["inside one process", () => Promise.resolve(inProcessPair())],
  [
    "over a MessagePort",
    () => {
      const { port1, port2 } = new MessageChannel();
      endings.push(() => port1.close());
      return Promise.resolve([portRoad(port1), portRoad(port2)]);
    },
  ],
  ["over a WebSocket", socketPair],
];

describe.each(ROADS)("a contract served %s", (_name, road) => {
  async function open(): Promise<
    ReturnType<typeof tinyServer> & { connection: Connection<TinyContract, TinyCode>; theirs: Transport }
  > {
    const [ours, theirs] = await road();
    const served = tinyServer();
    served.server.attach(theirs, "window-1");
    return { ...served, theirs, connection: connect<TinyContract, TinyCode>(ours) };
  }

  it("answers a call with its value", async () => {
    const { connection } = await open();
    expect(await connection.client.press.shout({ text: "stop" })).toEqual({
      ok: true,
      value: { loud: "STOP" },
    });
  });

  it("carries bytes both ways", async () => {
    const { connection } = await open();
    const answer = await connection.client.press.reverse(new Uint8Array([1, 2, 3]));
    expect(answer).toEqual({ ok: true, value: new Uint8Array([3, 2, 1]) });
  });

  it("answers many calls at once, each with its own", async () => {
    const { connection } = await open();
    const texts = Array.from({ length: 50 }, (_, index) => `copy ${String(index)}`);
    const answers = await Promise.all(texts.map((text) => connection.client.press.shout({ text })));
    expect(answers.map((answer) => answer.ok && answer.value.loud)).toEqual(
      texts.map((text) => text.toUpperCase()),
    );
  });

  it("gives a service's own reason as it was, code, sentence and what it is about", async () => {
    const { connection } = await open();
    expect(await connection.client.press.refuse(null)).toEqual({
      ok: false,
      error: { code: "no-paper", message: "Tray 2 is empty.", about: "tray 2" },
    });
  });

  it("refuses wrong parameters and says what is wrong with them", async () => {
    const { connection, log } = await open();
    const answer = await connection.client.press.shout({ text: 7 } as never);
    expect(answer).toMatchObject({ ok: false, error: { code: "invalid" } });
    expect(answer.ok || answer.error.message).toMatch(/press\.shout.*text/s);
    expect(log.defects).toEqual([]);
  });

  it("does not hand on an answer that breaks the contract", async () => {
    const { connection, log } = await open();
    expect(await connection.client.press.lie(null)).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(log.defects).toEqual(["press.lie"]);
  });

  it("turns a throw into an answer and names the service", async () => {
    const { connection, log } = await open();
    const answer = await connection.client.press.fall(null);
    expect(answer).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(answer.ok || answer.error.message).toContain("press.fall");
    expect(log.defects).toEqual(["press.fall"]);
  });

  it("refuses a service or method that is not in the contract, inherited names too", async () => {
    const [ours, theirs] = await road();
    tinyServer().server.attach(theirs, "window-1");
    const answers: unknown[] = [];
    ours.onMessage((message) => answers.push(message));
    const names = [
      ["press", "toString"],
      ["constructor", "name"],
      ["press", "burn"],
      ["__proto__", "shout"],
    ] as const;
    for (const [index, [service, method]] of names.entries())
      ours.send({ type: "call", id: index, service, method, params: null });
    await expect.poll(() => answers.length).toBe(names.length);
    for (const answer of answers)
      expect(answer).toMatchObject({ type: "failure", error: { code: "invalid" } });
  });

  it("tells how far a call has come, in order and before its answer", async () => {
    const { connection } = await open();
    const seen: number[] = [];
    const answer = await connection.client.press.print(
      { copies: 4 },
      { onProgress: ({ printed }) => seen.push(printed) },
    );
    expect(answer).toEqual({ ok: true, value: 4 });
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it("stops a call that the caller gives up", async () => {
    const { connection, log, server } = await open();
    const giveUp = new AbortController();
    const answer = connection.client.press.waitForEver(null, { signal: giveUp.signal });
    await expect.poll(() => server.inFlight()).toBe(1);
    giveUp.abort();
    expect(await answer).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(log).toEqual({ aborted: 1, defects: [] });
  });

  it("does not even send a call that was given up before", async () => {
    const { connection, server } = await open();
    const giveUp = new AbortController();
    giveUp.abort();
    const answer = await connection.client.press.waitForEver(null, { signal: giveUp.signal });
    expect(answer).toMatchObject({ ok: false, error: { code: "cancelled" } });
    expect(server.inFlight()).toBe(0);
  });

  it("tells an event to every listener until it stops listening", async () => {
    const { connection, server } = await open();
    const [first, second]: string[][] = [[], []];
    connection.client.press.on("stopped", ({ why }) => first?.push(why));
    const stop = connection.client.press.on("stopped", ({ why }) => second?.push(why));
    await connection.client.press.whoAsks(null);
    server.emit("press", "stopped", { why: "a paper jam" });
    await expect.poll(() => first).toEqual(["a paper jam"]);
    stop();
    server.emit("press", "stopped", { why: "the end of the shift" });
    await expect.poll(() => first).toHaveLength(2);
    expect(second).toEqual(["a paper jam"]);
  });

  it("keeps an event that breaks the contract to itself", async () => {
    const { connection, server, log } = await open();
    const seen: unknown[] = [];
    connection.client.press.on("stopped", (payload) => seen.push(payload));
    server.emit("press", "stopped", { why: 7 } as never);
    await connection.client.press.whoAsks(null);
    expect(seen).toEqual([]);
    expect(log.defects).toEqual(["press.stopped"]);
  });

  it("counts the calls under way at both ends and says when none is left", async () => {
    const { connection, server } = await open();
    await server.drained();
    const giveUp = new AbortController();
    const answer = connection.client.press.waitForEver(null, { signal: giveUp.signal });
    await expect.poll(() => [connection.inFlight(), server.inFlight()]).toEqual([1, 1]);
    let drained = false;
    const draining = server.drained().then(() => (drained = true));
    await connection.client.press.whoAsks(null);
    expect(drained).toBe(false);
    giveUp.abort();
    await answer;
    await draining;
    expect([connection.inFlight(), server.inFlight()]).toEqual([0, 0]);
  });

  it("fails what is under way, and what comes after, when the other side goes away", async () => {
    const { connection, theirs, server } = await open();
    let lost = 0;
    connection.onLost(() => (lost += 1));
    const answer = connection.client.press.waitForEver(null);
    await expect.poll(() => server.inFlight()).toBe(1);
    theirs.close();
    expect(await answer).toMatchObject({ ok: false, error: { code: "unavailable" } });
    const later = await connection.client.press.shout({ text: "anyone?" });
    expect(later).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(lost).toBe(1);
    expect(connection.inFlight()).toBe(0);
  });

  it("stops working for a caller that went away", async () => {
    const { connection, server, log } = await open();
    void connection.client.press.waitForEver(null);
    await expect.poll(() => server.inFlight()).toBe(1);
    connection.close();
    await expect.poll(() => log.aborted).toBe(1);
    await server.drained();
  });

  it("takes no harm from messages that are none", async () => {
    const [ours, theirs] = await road();
    const { server, log } = tinyServer();
    server.attach(theirs, "window-1");
    for (const junk of ["words", 7, null, { type: "call", id: -1 }, { type: "call", id: "1", more: [] }])
      ours.send(junk as never);
    const { client } = connect<TinyContract, TinyCode>(ours);
    expect(await client.press.whoAsks(null)).toEqual({ ok: true, value: "window-1" });
    expect(log.defects).toHaveLength(5);
  });
});

describe("two windows on one server", () => {
  it("are told apart by name, and both hear an event", async () => {
    const { server } = tinyServer();
    const clients = ["window-1", "window-2"].map((name) => {
      const [ours, theirs] = inProcessPair();
      server.attach(theirs, name);
      return connect<TinyContract, TinyCode>(ours).client;
    });
    const answers = await Promise.all(clients.map((client) => client.press.whoAsks(null)));
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual(["window-1", "window-2"]);
    const heard: string[] = [];
    for (const [index, client] of clients.entries())
      client.press.on("stopped", ({ why }) => heard.push(`${String(index + 1)} ${why}`));
    server.emit("press", "stopped", { why: "jam" });
    await expect.poll(() => heard).toEqual(["1 jam", "2 jam"]);
  });
});
