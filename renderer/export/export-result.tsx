import { useEffect, useRef, type ReactNode } from "react";
import { counted } from "#renderer/app/length.ts";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { ExportLoss, ExportReport } from "#shared/contract/index.ts";
import { fileSize } from "./format-words.ts";
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
  const { bridge, host, notices, exporting } = useWorkbench();
  const { canShowInFolder } = useObservable(host);
  const { desk } = bridge;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);

  const showInFolder = async (): Promise<void> => {
    const answer = await desk.host.showInFolder({ path: report.folder });
    if (!answer.ok) notices.warn(answer.error.message);
  };
  const copyPath = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(report.folder);
      notices.tell("The path is on the clipboard.");
    } catch {
      notices.warn("The path could not be copied: this window may not write to the clipboard.");
    }
  };

  return (
    <div className="export-result">
      <h2 ref={heading} tabIndex={-1}>
        Exported
      </h2>
      <p className="export-path">{report.folder}</p>
      {report.zip === null ? null : <p className="export-path">{report.zip}</p>}
      <div className="export-actions">
        {canShowInFolder ? (
          <button type="button" className="button" onClick={() => void showInFolder()}>
            Show in folder
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => void copyPath()}>
          Copy path
        </button>
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
