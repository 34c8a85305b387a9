import type { Observable } from "#renderer/app/observable.ts";
import { deskContract, type Desk, type FailureCode, type SaveRequest } from "#shared/contract/index.ts";
import type { AssetId } from "#shared/document/index.ts";
import { connect, encodeFrame, type RpcMessage } from "#shared/rpc/index.ts";
import { browserRoads } from "./browser-road.ts";
import { electronRoads, menuCommands } from "./electron-road.ts";
import { standingRoad, type Link, type RoadBuilder } from "./standing-road.ts";

/** All that the interface knows of the host it runs in. */
export interface Bridge {
  readonly desk: Desk;
  readonly link: Observable<Link>;
  /** Where the page finds a picture of the archive. */
  readonly photoAddress: (asset: AssetId) => string;
  /** Sends a save while the page goes away. No answer can be waited for; the save id makes a second one harmless. */
  readonly lastWord: (request: SaveRequest) => void;
  /** Tells the ids of commands chosen outside of the page (the desktop's menu bar); call what it returns to stop. */
  readonly onCommand: (listener: (id: string) => void) => () => void;
}

interface Host {
  readonly roads: RoadBuilder;
  readonly photoAddress: (asset: AssetId) => string;
  /** Sends a save that outlives the page, where the host has a way; false where it did not take this one. */
  readonly sendLast: (request: SaveRequest) => boolean;
}

const RPC_PATH = "/rpc";
const HASH_PREFIX = "sha256:";

/** Browsers take beacons of 64 KiB at most; false where this one was not taken. */
function sendBeacon(request: SaveRequest): boolean {
  const call: RpcMessage = { type: "call", id: 0, service: "stories", method: "save", params: request };
  return navigator.sendBeacon(RPC_PATH, new Blob([encodeFrame(call)], { type: "application/octet-stream" }));
}

function thisHost(): Host {
  if (window.location.protocol === "app:") {
    return {
      roads: electronRoads(),
      photoAddress: (asset) => `photo://${asset.slice(HASH_PREFIX.length)}`,
      // A port keeps what was posted to it when its page goes away: an ordinary call is enough.
      sendLast: () => false,
    };
  }
  const scheme = window.location.protocol === "https:" ? "wss" : "ws";
  return {
    roads: browserRoads(`${scheme}://${window.location.host}${RPC_PATH}`),
    photoAddress: (asset) => `/photo/${asset.slice(HASH_PREFIX.length)}`,
    sendLast: sendBeacon,
  };
}

/** Resolves when a link is up. */
export function whenUp(link: Observable<Link>): Promise<void> {
  if (link.get() === "up") return Promise.resolve();
  return new Promise((resolve) => {
    const stop = link.subscribe(() => {
      if (link.get() !== "up") return;
      stop();
      resolve();
    });
  });
}

/**
 * Connects to the newsroom of whichever host shows this page: the desktop app (`app:`), over a
 * port that its preload hands over, or the browser host, over a WebSocket. The first road may take
 * a while: wait for {@link whenUp}. Calls made while there is none fail with `unavailable`.
 */
export function connectDesk(): Bridge {
  const host = thisHost();
  const { transport, link } = standingRoad(host.roads);
  const desk = connect<typeof deskContract, FailureCode>(deskContract, transport).client;
  return {
    desk,
    link,
    photoAddress: host.photoAddress,
    onCommand: menuCommands,
    lastWord: (request) => {
      if (!host.sendLast(request)) void desk.stories.save(request);
    },
  };
}
