/** Something wrong with a kit: where, in words, and what. */
export interface KitTrouble {
  readonly place: string;
  readonly message: string;
}

/** A trouble as a sentence. */
export function troubleSentence({ place, message }: KitTrouble): string {
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${message}.`;
}
