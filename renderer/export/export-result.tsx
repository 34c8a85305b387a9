import { useEffect, useRef, type ReactNode } from "react";
import { fileSize } from "#renderer/app/file-size.ts";
import { PathActions } from "#renderer/app/path-actions.tsx";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { ExportedOpen, ExportLoss, ExportReport } from "#shared/contract/index.ts";
import { lossesByFormats } from "./losses.ts";
import { retold, words } from "#shared/language/index.ts";

function Losses({ losses }: { readonly losses: readonly ExportLoss[] }): ReactNode {
  if (losses.length === 0) return <p className="export-whole">{words().exporting.whole}</p>;
  return (
    <>
      <h2>{words().exporting.losses}</h2>
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

function Open({ open }: { readonly open: readonly ExportedOpen[] }): ReactNode {
  if (open.length === 0) return null;
  return (
    <div className="export-losses">
      <h2>{words().exporting.open}</h2>
      <ul>
        {open.map((left) => (
          <li key={left.story}>{retold(left)}</li>
        ))}
      </ul>
    </div>
  );
}

interface ExportResultProps {
  readonly report: ExportReport;
  /** Puts the result away. */
  readonly onAgain: () => void;
}

/** What an export made, where it lies, and what each format could not carry. */
export function ExportResult({ report, onAgain }: ExportResultProps): ReactNode {
  const { notices } = useWorkbench();
  const texts = words().exporting;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);

  return (
    <div className="export-result">
      <h2 ref={heading} tabIndex={-1}>
        {texts.done}
      </h2>
      <p className="export-path">{report.folder}</p>
      {report.zip === null ? null : <p className="export-path">{report.zip}</p>}
      <div className="export-actions">
        <PathActions
          path={report.folder}
          onSaid={({ text, isWrong }) => (isWrong ? notices.warn(text) : notices.tell(text))}
        />
        <button type="button" className="quiet-button" onClick={onAgain}>
          {texts.again}
        </button>
      </div>
      <Open open={report.open} />
      <Losses losses={report.losses} />
      <h2>{texts.files({ files: report.files.length })}</h2>
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
