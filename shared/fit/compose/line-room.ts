import type { TextStyle } from "#shared/fit/kit/kit.ts";

/** Where a line stands in the measure. */
export interface Room {
  readonly leftPt: number;
  readonly roomPt: number;
}

/** The rooms of a paragraph's lines, by their number from 0. From {@link usual} on all are the same. */
export interface Rooms {
  readonly usual: number;
  of(line: number): Room;
}

/** Something beside the first lines: a drop cap with its gap. */
export interface Beside {
  readonly lines: number;
  readonly widthPt: number;
}

/** Rooms from the indents of the style and what stands beside the first lines. */
export function roomsOf(style: TextStyle, widthPt: number, beside: Beside | null): Rooms {
  const room = (leftPt: number): Room => ({ leftPt, roomPt: widthPt - leftPt - style.indentRightPt });
  const usual = Math.max(1, beside?.lines ?? 0);
  const rooms = Array.from({ length: usual + 1 }, (_, line) => {
    const first = line === 0 ? style.indentFirstPt : 0;
    const cap = beside && line < beside.lines ? beside.widthPt : 0;
    return room(style.indentLeftPt + first + cap);
  });
  const last = room(style.indentLeftPt);
  return { usual, of: (line) => rooms[line] ?? last };
}

/** The same rooms seen in a mirror. */
export function mirrored(rooms: Rooms, widthPt: number): Rooms {
  return {
    usual: rooms.usual,
    of: (line) => {
      const { leftPt, roomPt } = rooms.of(line);
      return { leftPt: widthPt - leftPt - roomPt, roomPt };
    },
  };
}

/** Rooms that are wider by so much. */
export function widened(rooms: Rooms, byPt: number): Rooms {
  return {
    usual: rooms.usual,
    of: (line) => {
      const { leftPt, roomPt } = rooms.of(line);
      return { leftPt, roomPt: roomPt + byPt };
    },
  };
}
