/** Files that came in together, by what Stet does with them. */
export interface DroppedFiles {
  readonly pictures: readonly File[];
  readonly copy: readonly File[];
}

const PICTURE_NAME = /\.(?:jpe?g|png|tiff?|webp|gif|heic|avif)$/i;

function isPicture(file: File): boolean {
  return file.type === "" ? PICTURE_NAME.test(file.name) : file.type.startsWith("image/");
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Without this the window would leave Stet and show the file that is dropped. */
function keepWindow(event: DragEvent): void {
  if (hasFiles(event)) event.preventDefault();
}

/** Parts pictures from copy, by the media type where there is one, else by the name. Whether a file is what it says is the core's to find out. */
export function sortFiles(files: readonly File[]): DroppedFiles {
  return {
    pictures: files.filter(isPicture),
    copy: files.filter((file) => !isPicture(file)),
  };
}

/** Takes files that are dropped anywhere on the window, unless the editor has taken them already. */
export function takeDroppedFiles(onFiles: (files: DroppedFiles) => void): () => void {
  const onDrop = (event: DragEvent): void => {
    if (event.defaultPrevented || !hasFiles(event)) return;
    event.preventDefault();
    onFiles(sortFiles([...(event.dataTransfer?.files ?? [])]));
  };

  window.addEventListener("dragover", keepWindow);
  window.addEventListener("drop", onDrop);
  return () => {
    window.removeEventListener("dragover", keepWindow);
    window.removeEventListener("drop", onDrop);
  };
}
