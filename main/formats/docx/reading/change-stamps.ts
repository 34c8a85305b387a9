import { newChangeId, type Stamp } from "#shared/document/index.ts";
import { NO_NAME } from "#shared/changes/index.ts";
import type { XmlElement } from "./xml-tree.ts";

/** What Stet signs with where nobody has a name, and Word where names were taken out of a file. */
const NAMELESS: ReadonlySet<string> = new Set(["", "No name", "Author", "Unknown Author", "Autor"]);
const WORD_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/;

/** Who and when, as an element of a Word document says it. A time without a zone is taken as UTC; `otherwise` stands for one that is missing. */
export function signed(
  { attributes }: Pick<XmlElement, "attributes">,
  otherwise: string,
): { readonly by: string; readonly at: string } {
  const author = (attributes.get("author") ?? "").trim();
  const [, time, zone = "Z"] = WORD_TIME.exec(attributes.get("date") ?? "") ?? [];
  const at = time === undefined ? NaN : Date.parse(time + zone);
  return {
    by: NAMELESS.has(author) ? NO_NAME : author,
    at: Number.isNaN(at) ? otherwise : new Date(at).toISOString(),
  };
}

/**
 * Gives the changes of a Word document their ids. Word numbers every piece of a change for itself;
 * what one person did at one time with nothing untouched between is one change, as it was when it was made.
 */
export class ChangeStamps {
  readonly #otherwise: string;
  #stretch = new Map<string, Stamp>();
  readonly #moves = new Map<string, Stamp>();

  constructor(otherwise: string) {
    this.#otherwise = otherwise;
  }

  of(element: XmlElement): Stamp {
    const { by, at } = signed(element, this.#otherwise);
    const key = `${by}\n${at}`;
    const stamp = this.#stretch.get(key) ?? { id: newChangeId(), by, at };
    this.#stretch.set(key, stamp);
    return stamp;
  }

  /** Both places of a move are one change. */
  ofMove(name: string, element: XmlElement): Stamp {
    const stamp = this.#moves.get(name) ?? { id: newChangeId(), ...signed(element, this.#otherwise) };
    this.#moves.set(name, stamp);
    return stamp;
  }

  /** Something that nobody changed parts what stands before it from what follows. */
  untouched(): void {
    if (this.#stretch.size > 0) this.#stretch = new Map();
  }
}
