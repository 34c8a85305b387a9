import { useState, type ReactNode } from "react";
import { PathActions, type Said } from "#renderer/app/path-actions.tsx";

interface PathLineProps {
  /** What lies there: `the report`. */
  readonly what: string;
  readonly path: string;
}

/** Where something lies, to be read, copied and opened; what came of that stands below it. */
export function PathLine({ what, path }: PathLineProps): ReactNode {
  const [said, setSaid] = useState<Said | null>(null);
  return (
    <div className="safety-path">
      <code>{path}</code>
      <div className="safety-actions">
        <PathActions path={path} what={what} onSaid={setSaid} />
        <output data-tone={said?.isWrong === true ? "wrong" : "plain"}>{said?.text ?? ""}</output>
      </div>
    </div>
  );
}
