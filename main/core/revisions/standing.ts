/**
 * Who stands on which version of a story: what a window has opened or saved last is what its next
 * save will be made on. While that is the newest version it must become a revision before somebody
 * else writes over it, so that the two texts can be merged from where they parted.
 */
export interface Standing {
  readonly stands: (story: number, caller: string, version: number) => void;
  /** True where somebody else stands on this version; they are forgotten then. */
  readonly takeOthersOn: (story: number, caller: string, version: number) => boolean;
}

/** Starts with nobody standing anywhere. */
export function standing(): Standing {
  const callers = new Map<number, Map<string, number>>();
  return {
    stands: (story, caller, version) => {
      const ofStory = callers.get(story) ?? new Map<string, number>();
      callers.set(story, ofStory.set(caller, version));
    },
    takeOthersOn: (story, caller, version) => {
      const ofStory = callers.get(story);
      if (!ofStory) return false;
      const others = [...ofStory].filter(([other, on]) => other !== caller && on === version);
      for (const [other] of others) ofStory.delete(other);
      return others.length > 0;
    },
  };
}
