import { Field } from "@base-ui/react/field";
import { Progress } from "@base-ui/react/progress";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useObservable } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import { useDraft } from "#renderer/desk/use-draft.ts";
import {
  EXPORT_FORMATS,
  EXPORT_VARIANTS,
  MARKED_UP_FORMATS,
  PICTURE_CHOICES,
  type ExportProgress,
  type ExportVariant,
  type StorySummary,
} from "#shared/contract/index.ts";
import { ExportResult } from "./export-result.tsx";
import "./export.css";
import { retold, words } from "#shared/language/index.ts";

interface VariantProps {
  readonly variant: ExportVariant;
  readonly onChoose: (variant: ExportVariant) => void;
}

/** What the files show. It is no setting: a marked-up file must never go to print because somebody chose so last week. */
function Variant({ variant, onChoose }: VariantProps): ReactNode {
  const texts = words().exporting;
  const formats = MARKED_UP_FORMATS.map((format) => texts.formats[format].name);
  return (
    <fieldset className="export-choices">
      <legend>{texts.heads.variant}</legend>
      {EXPORT_VARIANTS.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="export-variant"
            checked={variant === choice}
            onChange={() => onChoose(choice)}
          />
          <span>
            {texts.variants[choice].name}
            <small>{texts.variants[choice].purpose}</small>
          </span>
        </label>
      ))}
      {variant === "markedUp" ? (
        <output className="panel-note">{texts.markedFormats({ each: formats })}</output>
      ) : null}
    </fieldset>
  );
}

function Choices(): ReactNode {
  const { settings } = useWorkbench();
  const { exportFormats, exportPictures, exportZip } = useObservable(settings.settings);
  const texts = words().exporting;
  return (
    <>
      <fieldset className="export-choices">
        <legend>{texts.heads.formats}</legend>
        {EXPORT_FORMATS.map((format) => (
          <label key={format}>
            <input
              type="checkbox"
              checked={exportFormats.includes(format)}
              onChange={(event) =>
                void settings.change({
                  exportFormats: EXPORT_FORMATS.filter((one) =>
                    one === format ? event.target.checked : exportFormats.includes(one),
                  ),
                })
              }
            />
            <span>
              {texts.formats[format].name}
              <small>{texts.formats[format].purpose}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="export-choices">
        <legend>{texts.heads.pictures}</legend>
        {PICTURE_CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="export-pictures"
              checked={exportPictures === choice}
              onChange={() => void settings.change({ exportPictures: choice })}
            />
            <span>
              {texts.pictures[choice].name}
              <small>{texts.pictures[choice].purpose}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="export-choices">
        <legend>{texts.heads.packing}</legend>
        <label>
          <input
            type="checkbox"
            checked={exportZip}
            onChange={(event) => void settings.change({ exportZip: event.target.checked })}
          />
          <span>
            {texts.zip.name}
            <small>{texts.zip.purpose}</small>
          </span>
        </label>
      </fieldset>
    </>
  );
}

function Folder(): ReactNode {
  const { settings, host, bridge, notices } = useWorkbench();
  const { exportInto } = useObservable(settings.settings);
  const { canChooseFolder } = useObservable(host);
  const draft = useDraft(exportInto, async (text) => {
    if (text.trim() === "") return words().exporting.noFolder;
    await settings.change({ exportInto: text.trim() });
    return null;
  });
  const choose = async (): Promise<void> => {
    const answer = await bridge.desk.host.chooseFolder({ startAt: exportInto });
    if (!answer.ok) notices.warn(answer.error.message);
    else if (answer.value !== null) {
      draft.restore();
      await settings.change({ exportInto: answer.value });
    }
  };
  return (
    <Field.Root className="export-folder" invalid={draft.trouble !== null}>
      <Field.Label>{words().exporting.into}</Field.Label>
      <div className="export-folder-line">
        <Field.Control
          className="line-field"
          value={draft.shown}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => draft.write(event.target.value)}
          onBlur={draft.keep}
          onKeyDown={(event) => {
            if (event.key === "Enter") draft.keep();
          }}
        />
        {canChooseFolder ? (
          <button type="button" className="button" onClick={() => void choose()}>
            {words().exporting.choose}
          </button>
        ) : null}
      </div>
      {draft.trouble === null ? null : (
        <Field.Error className="export-trouble" match>
          {draft.trouble}
        </Field.Error>
      )}
    </Field.Root>
  );
}

function Running({
  progress,
  onCancel,
}: {
  progress: ExportProgress | null;
  onCancel: () => void;
}): ReactNode {
  const texts = words().exporting;
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div className="export-running">
      <Progress.Root value={progress?.done ?? null} max={progress?.total ?? 1}>
        <Progress.Label className="export-doing">
          {texts.doing({ doing: progress ? retold(progress.doing) : texts.saving })}
        </Progress.Label>
        <Progress.Track className="export-track">
          <Progress.Indicator className="export-bar" />
        </Progress.Track>
      </Progress.Root>
      <button ref={cancel} type="button" className="button" onClick={onCancel}>
        {words().app.cancel}
      </button>
    </div>
  );
}

function ExportOf({ summary }: { readonly summary: StorySummary }): ReactNode {
  const { exporting } = useWorkbench();
  const state = useObservable(exporting.state);
  const [variant, setVariant] = useState<ExportVariant>("final");

  // The choice holds through an export that failed or was cancelled, and for one that was made.
  const again = (): void => {
    setVariant("final");
    exporting.dismiss();
  };
  if (state.state === "running") return <Running progress={state.progress} onCancel={exporting.cancel} />;
  if (state.state === "done" && state.story === summary.id) {
    return <ExportResult report={state.report} onAgain={again} />;
  }
  const trouble = state.state === "failed" && state.story === summary.id ? state.message : null;
  return <ExportForm summary={summary} trouble={trouble} variant={variant} onVariant={setVariant} />;
}

interface ExportFormProps {
  readonly summary: StorySummary;
  readonly trouble: string | null;
  readonly variant: ExportVariant;
  readonly onVariant: (variant: ExportVariant) => void;
}

function ExportForm({ summary, trouble, variant, onVariant }: ExportFormProps): ReactNode {
  const { settings, exporting } = useWorkbench();
  const { exportFormats, exportInto } = useObservable(settings.settings);
  const texts = words().exporting;
  const submit = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    // After an export that failed or was cancelled, what had the focus is gone.
    if (document.activeElement === document.body) submit.current?.focus();
  }, []);

  const start = (): void => {
    // Enter in the folder's field keeps the folder and starts in one go, before the next drawing.
    const chosen = settings.settings.get();
    void exporting.start(summary.id, {
      formats: chosen.exportFormats,
      variant,
      pictures: chosen.exportPictures,
      into: chosen.exportInto,
      zip: chosen.exportZip,
    });
  };

  return (
    <form
      className="export"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <p className="export-what">
        <b>{summary.facts.slug}</b>
        {texts.what}
      </p>
      <Variant variant={variant} onChoose={onVariant} />
      <Choices />
      <Folder />
      {trouble === null ? null : (
        <p className="export-trouble" role="alert">
          {trouble}
        </p>
      )}
      <button
        ref={submit}
        type="submit"
        className="button primary"
        disabled={exportFormats.length === 0 || exportInto.trim() === ""}
      >
        {texts.start}
      </button>
      {exportFormats.length === 0 ? <p className="panel-note">{texts.noFormat}</p> : null}
    </form>
  );
}

/** Sends the open story out as files, into a folder of its own. */
export function ExportPanel(): ReactNode {
  const { page } = useWorkbench();
  const summary = useObservable(page.summary);
  if (summary === null) return <p className="panel-empty">{words().exporting.none}</p>;
  return <ExportOf key={summary.id} summary={summary} />;
}
