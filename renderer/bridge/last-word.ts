import type { BranchRequest, Desk, SaveRequest, StoryId } from "#shared/contract/index.ts";
import { encodeFrame, type RpcMessage } from "#shared/rpc/index.ts";

/** What a page says while it goes away. No answer can be waited for; saying it twice is harmless. */
export type LastWord =
  | { readonly to: "story"; readonly request: SaveRequest }
  | { readonly to: "branch"; readonly request: BranchRequest }
  | { readonly to: "leave"; readonly story: StoryId };

/** Says it; false where the host could not take it. */
export type SayLastWord = (word: LastWord) => boolean;

function lastCall(word: LastWord): RpcMessage {
  const call = { type: "call", id: 0 } as const;
  switch (word.to) {
    case "story":
      return { ...call, service: "stories", method: "save", params: word.request };
    case "branch":
      return { ...call, service: "revisions", method: "branch", params: word.request };
    default:
      return { ...call, service: "revisions", method: "leave", params: { story: word.story } };
  }
}

/** By a beacon, which outlives its page. Browsers take 64 KiB at most (Fetch, "in-flight keep-alive bytes"). */
export function byBeacon(address: string): SayLastWord {
  return (word) => {
    const frame = new Blob([encodeFrame(lastCall(word))], { type: "application/octet-stream" });
    return navigator.sendBeacon(address, frame);
  };
}

/** By an ordinary call: for a road that delivers what was sent even where its page is gone. */
export function byCall(desk: Desk): SayLastWord {
  return (word) => {
    switch (word.to) {
      case "story":
        void desk.stories.save(word.request);
        break;
      case "branch":
        void desk.revisions.branch(word.request);
        break;
      case "leave":
        void desk.revisions.leave({ story: word.story });
        break;
    }
    return true;
  };
}
