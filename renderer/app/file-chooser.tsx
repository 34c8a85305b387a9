import { useRef, type ReactNode } from "react";

interface FileChooserProps {
  /** What the dialog offers first, as in the `accept` of an HTML file input. */
  readonly accept: string;
  readonly disabled?: boolean;
  /** Whether several files can be chosen at once. */
  readonly several?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** What stands on the button. */
  readonly children: ReactNode;
}

/** A button that asks for files in the system's own dialog. The same files can be chosen twice in a row. */
export function FileChooser(props: FileChooserProps): ReactNode {
  const { accept, disabled = false, several = true, onFiles, children } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        accept={accept}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <button type="button" className="button" disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </button>
    </>
  );
}
