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
      const [file] = event.dataTransfer.files;
      if (!file || page.session.get() === null) return;
      event.preventDefault();
      versions.clear();
      versions.addFiles([file]);
      floor.give("version");
    },
  };
}
