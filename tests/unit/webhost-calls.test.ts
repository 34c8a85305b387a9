import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { socketTransport } from "#main/webhost/socket-transport.ts";
import { type Desk, type DeskContract, type FailureCode } from "#shared/contract/index.ts";
import { paragraph, story } from "#shared/document/builders.ts";
import { diffDocuments, type StoryDocument } from "#shared/document/index.ts";
import { connect, encodeFrame, type RpcMessage } from "#shared/rpc/index.ts";
import { openedWebHost, type OpenedWebHost } from "#tests/support/open-web-host.ts";
import { drawPicture } from "#tests/support/pictures.ts";
import { invited, stranger, type WebVisitor } from "#tests/support/web-visitor.ts";

let opened: OpenedWebHost;
let guest: WebVisitor;

beforeEach(async () => {
  opened = await openedWebHost();
  guest = await invited(opened.host.url());
});
afterEach(() => opened.end());

async function page(): Promise<{ desk: Desk; lost: Promise<void>; close: () => void }> {
  const { client, onLost, close } = connect<DeskContract, FailureCode>(socketTransport(await guest.dial()));
  return { desk: client, close, lost: new Promise((resolve) => onLost(resolve)) };
}

async function newStory(desk: Desk, document: StoryDocument): Promise<string> {
  const made = await desk.stories.create({ facts: { slug: "harbor" }, document });
  if (!made.ok) throw new Error(made.error.message);
  return made.value.summary.id;
}

async function textOf(desk: Desk, id: string): Promise<string> {
  const open = await desk.stories.open({ story: id });
  return open.ok ? JSON.stringify(open.value.document) : open.error.message;
}

/** The save that turns one state of a story into another, as a call. */
function saveCall(id: string, base: number, from: StoryDocument, to: StoryDocument): RpcMessage {
  const params = { story: id, base, saveId: "last-words", patch: diffDocuments(from, to) };
  return { type: "call", id: 0, service: "stories", method: "save", params };
}

async function beacon(body: Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const { status } = await guest.visit("/rpc", {
    method: "POST",
    headers: { origin: guest.origin, "content-type": "application/octet-stream", ...headers },
    body,
  });
  return status;
}

describe("a page on the browser host", () => {
  it("works on the newsroom", async () => {
    const { desk } = await page();
    const id = await newStory(desk, story(paragraph("The council put off a vote.")));
    expect(await textOf(opened.desk.desk, id)).toContain("put off a vote");
  });

  it("sends pictures as bytes", async () => {
    const { desk } = await page();
    const added = await desk.photos.add({
      name: "harbor.jpg",
      bytes: new Uint8Array(await drawPicture(60, 40)),
    });
    expect(added).toMatchObject({ ok: true, value: { widthPx: 60, heightPx: 40 } });
  });

  it("hears what another window changed, and which one it was", async () => {
    const [first, second] = await Promise.all([page(), page()]);
    const heard: string[] = [];
    second.desk.stories.on("changed", ({ summary, caller }) => heard.push(`${summary.facts.slug} ${caller}`));
    await newStory(first.desk, story(paragraph("News.")));
    await expect.poll(() => heard).toEqual([expect.stringMatching(/^harbor window-\d$/)]);
  });

  it("is counted while it is connected", async () => {
    const counts: number[] = [];
    opened.host.onPages((pages) => counts.push(pages));
    const first = await page();
    const second = await page();
    expect(opened.host.pages()).toBe(2);
    first.close();
    second.close();
    await expect.poll(() => counts).toEqual([1, 2, 1, 0]);
  });

  it("is hung up on when it sends text", async () => {
    const socket = await guest.dial();
    socket.send("a sentence");
    const [code] = (await once(socket, "close")) as [number];
    expect(code).toBe(1003);
  });

  it("gets the answer to what it asked before the host ended", async () => {
    const { desk } = await page();
    const bytes = new Uint8Array(await drawPicture(1200, 900));
    const adding = desk.photos.add({ name: "harbor.jpg", bytes });
    await expect.poll(() => opened.desk.server.inFlight(), { interval: 2 }).toBe(1);
    await opened.host.close();
    expect(await adding).toMatchObject({ ok: true, value: { widthPx: 1200 } });
  });

  it("learns that the host ends", async () => {
    const { desk, lost } = await page();
    await opened.host.close();
    await lost;
    expect(await desk.host.info(null)).toMatchObject({ ok: false, error: { code: "unavailable" } });
  });
});

describe("the last save of a page that is being closed", () => {
  const before = story(paragraph("The council put off"));
  const blocks = before.blocks.map((block) => ({ ...block, runs: [{ text: "The council put off a vo" }] }));
  const after = { ...before, blocks } as StoryDocument;

  it("is committed before it is answered", async () => {
    const { desk } = opened.desk;
    const id = await newStory(desk, before);
    const open = await desk.stories.open({ story: id });
    const base = open.ok ? open.value.summary.version : -1;
    expect(await beacon(encodeFrame(saveCall(id, base, before, after)))).toBe(204);
    expect(await textOf(desk, id)).toContain("put off a vo");
  });

  it.each([
    ["no frame at all", new TextEncoder().encode("hello")],
    ["a message that is no call", encodeFrame({ type: "event", service: "a", event: "b", payload: null })],
    ["an empty body", new Uint8Array()],
  ])("is refused where it is %s", async (_what, body) => {
    expect(await beacon(body)).toBe(400);
  });

  it("is refused where it is longer than any beacon", async () => {
    expect(await beacon(new Uint8Array(200 * 1024))).toBe(413);
  });

  it("is taken from the desk's own pages only", async () => {
    const frame = encodeFrame({ type: "call", id: 0, service: "host", method: "info", params: null });
    expect(await beacon(frame)).toBe(204);
    expect(await beacon(frame, { origin: "https://stet.example" })).toBe(403);
    const withoutOrigin = await guest.visit("/rpc", { method: "POST", body: frame });
    expect(withoutOrigin.status).toBe(403);
    const unknown = stranger(guest.origin);
    const answer = await unknown.visit("/rpc", {
      method: "POST",
      headers: { origin: guest.origin },
      body: frame,
    });
    expect(answer.status).toBe(403);
  });
});
