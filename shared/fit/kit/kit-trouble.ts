import type { KitFindingCode } from "./read-kit.ts";

/** A step on the way to a place in a kit: the name of a part, and which one of a list by name or number. */
export interface KitStep {
  readonly part: string;
  readonly member?: string | number;
}

/** What can be wrong with a font file. */
export type FontFaultName =
  | "webFont"
  | "collection"
  | "type1"
  | "otherFile"
  | "cutShort"
  | "lacksTable"
  | "noOutlines"
  | "variable"
  | "noHead"
  | "emptyFile"
  | "largeFile";

/** What is wrong in a kit, by a closed name: the form of a value, what does not fit together, its files. */
export type KitFaultName =
  | Exclude<KitFindingCode, "form">
  | FontFaultName
  | "missing"
  | "otherType"
  | "otherValue"
  | "unknownParts"
  | "otherForm"
  | "unreadable"
  | "noFile"
  | "otherFont"
  | "noLicence"
  | "otherLicence"
  | "fontNotKept"
  | "licenceNotKept"
  | "mayNotEmbed"
  | "otherSignature";

/** A fault by its name, with what its sentence needs: a type, a file, what there is instead. */
export interface KitFault {
  readonly name: KitFaultName;
  readonly of?: string;
}

/** Something wrong with a kit: where and what, in words, and so that another language can say both. */
export interface KitTrouble {
  readonly place: string;
  readonly message: string;
  readonly steps?: readonly KitStep[];
  /** A {@link KitFault}; one whose name only a newer core knows is said in English. */
  readonly fault?: { readonly name: string; readonly of?: string };
}

/** A trouble as a sentence. */
export function troubleSentence({ place, message }: Pick<KitTrouble, "place" | "message">): string {
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${message}.`;
}
