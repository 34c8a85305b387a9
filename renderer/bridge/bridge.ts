import type { Observable } from "#renderer/app/observable.ts";
import type { Desk, DeskContract, FailureCode } from "#shared/contract/index.ts";
import type { AssetId } from "#shared/document/index.ts";
import { connect, type CallFailure } from "#shared/rpc/index.ts";
import { browserRoads } from "./browser-road.ts";
import { electronRoads, menuCommands } from "./electron-road.ts";
import { byBeacon, byCall, type SayLastWord } from "./last-word.ts";
import { standingRoad, type Link, type RoadBuilder } from "./standing-road.ts";

/** All that the interface knows of the host it runs in. */
export interface Bridge {
  readonly desk: Desk;
  readonly link: Observable<Link>;
  /** Where the page finds a picture of the archive. */
  readonly photoAddress: (asset: AssetId) => string;
  /** Sends a last call while the page goes away. No answer can be waited for; a save may come a second time. False where the host could not take it. */
  readonly lastWord: SayLastWord;
  /** Tells the ids of commands chosen outside of the page (the desktop's menu bar); call what it returns to stop. */
  readonly onCommand: (listener: (id: string) => void) => () => void;
}

interface Host {
  readonly roads: RoadBuilder;
  readonly photoAddress: (asset: AssetId) => string;
  /** How the last word of a page is said; null where an ordinary call arrives all the same. */
  readonly beacon: SayLastWord | null;
}

const RPC_PATH = "/rpc";
const HASH_PREFIX = "sha256:";

function thisHost(): Host {
  if (window.location.protocol === "app:") {
    return {
      roads: electronRoads(),
      photoAddress: (asset) => `photo://${asset.slice(HASH_PREFIX.length)}`,
      // A port keeps what was posted to it when its page goes away: an ordinary call is enough.
      beacon: null,
    };
  }
  const scheme = window.location.protocol === "https:" ? "wss" : "ws";
  return {
    roads: browserRoads(`${scheme}://${window.location.host}${RPC_PATH}`),
    photoAddress: (asset) => `/photo/${asset.slice(HASH_PREFIX.length)}`,
    beacon: byBeacon(RPC_PATH),
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
 * In which language they say why is for the caller to know.
 */
export function connectDesk(retell: (failure: CallFailure) => CallFailure): Bridge {
  const host = thisHost();
  const { transport, link } = standingRoad(host.roads);
  const desk = connect<DeskContract, FailureCode>(transport, { retell }).client;
  return {
    desk,
    link,
    photoAddress: host.photoAddress,
    onCommand: menuCommands,
    lastWord: host.beacon ?? byCall(desk),
  };
}
