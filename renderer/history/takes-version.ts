import type { DragEvent } from "react";
import type { Workbench } from "#renderer/app/workbench.ts";

type Bench = Pick<Workbench, "versions" | "floor" | "page">;

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes("Files");
}

/** Properties for an element that takes a file that is dropped on it as another version of the open story. */
export function takesVersion({ versions, floor, page }: Bench): {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
} {
  return {
    onDragOver: (event) => {
      if (hasFiles(event)) event.preventDefault();
    },
    onDrop: (event) => {
      const { files } = event.dataTransfer;
      if (files.length === 0 || page.session.get() === null) return;
      event.preventDefault();
      versions.readFirst([...files]);
      floor.give("version");
    },
  };
}
