import { useEffect, useRef, type ReactNode } from "react";
import { fileSize } from "#renderer/app/file-size.ts";
import { counted } from "#renderer/app/length.ts";
import { PathActions } from "#renderer/app/path-actions.tsx";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { ExportLoss, ExportReport } from "#shared/contract/index.ts";
import { lossesByFormats } from "./losses.ts";

function Losses({ losses }: { readonly losses: readonly ExportLoss[] }): ReactNode {
  if (losses.length === 0) return <p className="export-whole">Every format carries all of the story.</p>;
  return (
    <>
      <h2>What could not be carried</h2>
      {lossesByFormats(losses).map(({ formats, messages }) => (
        <div key={formats} className="export-losses">
          <h3>{formats}</h3>
          <ul>
            {messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** What an export made, where it lies, and what each format could not carry. */
export function ExportResult({ report }: { readonly report: ExportReport }): ReactNode {
  const { exporting, notices } = useWorkbench();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);

  return (
    <div className="export-result">
      <h2 ref={heading} tabIndex={-1}>
        Exported
      </h2>
      <p className="export-path">{report.folder}</p>
      {report.zip === null ? null : <p className="export-path">{report.zip}</p>}
      <div className="export-actions">
        <PathActions
          path={report.folder}
          onSaid={({ text, isWrong }) => (isWrong ? notices.warn(text) : notices.tell(text))}
        />
        <button type="button" className="quiet-button" onClick={exporting.dismiss}>
          Export again
        </button>
      </div>
      <Losses losses={report.losses} />
      <h2>{counted(report.files.length, "file")}</h2>
      <ul className="export-files">
        {report.files.map((file) => (
          <li key={file.path} title={`SHA-256 ${file.sha256}`}>
            <span>{file.path}</span>
            <span>{fileSize(file.bytes)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
