import { describe, expect, it } from "vitest";
import { standingRoad, type StandingRoad } from "#renderer/bridge/standing-road.ts";
import { connect, inProcessPair, ok, serve, type Transport } from "#shared/rpc/index.ts";
import { z } from "zod";

const contract = {
  desk: {
    methods: {
      echo: { params: z.string(), result: z.string() },
      never: { params: z.null(), result: z.null() },
    },
    events: { rang: z.string() },
  },
};

function server() {
  return serve(contract, {
    desk: { echo: (text: string) => ok(text), never: () => new Promise<never>(() => undefined) },
  });
}

/** A road that is laid and broken by the test. */
function roadworks(): { road: StandingRoad; lay: (road: Transport) => void } {
  const works: ((road: Transport) => void)[] = [];
  const road = standingRoad((onRoad) => works.push(onRoad));
  return { road, lay: (next) => works[0]?.(next) };
}

describe("The road to the newsroom", () => {
  it("answers at once that nobody is there, before the first connection", async () => {
    const { road } = roadworks();
    const { client } = connect<typeof contract, never>(road.transport);
    expect(await client.desk.echo("hello")).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(road.link.get()).toBe("connecting");
  });

  it("tells a call that was under way when the connection broke, and calls until there is another", async () => {
    const { road, lay } = roadworks();
    const { client } = connect<typeof contract, never>(road.transport);
    const [near, far] = inProcessPair();
    server().attach(far, "window");
    lay(near);
    expect(await client.desk.echo("hello")).toEqual({ ok: true, value: "hello" });
    const underWay = client.desk.never(null);
    far.close();
    expect(await underWay).toMatchObject({
      ok: false,
      error: { code: "unavailable", message: "The newsroom on this laptop is not answering." },
    });
    expect(road.link.get()).toBe("down");
    expect((await client.desk.echo("hello")).ok).toBe(false);
  });

  it("goes on over the next connection: calls, and events for whoever listened before", async () => {
    const { road, lay } = roadworks();
    const { client } = connect<typeof contract, never>(road.transport);
    const heard: string[] = [];
    client.desk.on("rang", (text) => heard.push(text));
    const [firstNear, firstFar] = inProcessPair();
    server().attach(firstFar, "window");
    lay(firstNear);
    firstFar.close();
    const [near, far] = inProcessPair();
    const second = server();
    second.attach(far, "window");
    lay(near);
    expect(road.link.get()).toBe("up");
    second.emit("desk", "rang", "again");
    expect(await client.desk.echo("hello")).toEqual({ ok: true, value: "hello" });
    expect(heard).toEqual(["again"]);
  });

  it("fails what the old connection still owed when a new one takes its place", async () => {
    const { road, lay } = roadworks();
    const { client } = connect<typeof contract, never>(road.transport);
    const [oldNear, oldFar] = inProcessPair();
    server().attach(oldFar, "window");
    lay(oldNear);
    const owed = client.desk.never(null);
    const [near, far] = inProcessPair();
    server().attach(far, "window");
    lay(near);
    expect(await owed).toMatchObject({ ok: false, error: { code: "unavailable" } });
    oldFar.close();
    expect(road.link.get()).toBe("up");
  });
});
