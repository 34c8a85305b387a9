import { words } from "#shared/language/index.ts";

const PICTURE_TYPES = "image/jpeg,image/png,image/tiff,image/webp,.jpg,.jpeg,.png,.tif,.tiff,.webp";

/** Asks the person for picture files; none where they change their mind. */
export function choosePictures({ many }: { readonly many: boolean }): Promise<readonly File[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = PICTURE_TYPES;
  input.multiple = many;
  input.hidden = true;
  input.setAttribute("aria-label", words().editor.photos.files);
  document.body.append(input);
  return new Promise((resolve) => {
    const settle = (): void => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener("change", settle);
    input.addEventListener("cancel", settle);
    input.click();
  });
}
