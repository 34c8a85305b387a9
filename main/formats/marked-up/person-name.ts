import { NO_NAME } from "#shared/changes/index.ts";
import { cleanText } from "#shared/document/index.ts";

/** The name of a person in a file that others read: changes and notes are signed with it. */
export function personName(by: string): string {
  return by === NO_NAME ? "No name" : cleanText(by).text;
}
