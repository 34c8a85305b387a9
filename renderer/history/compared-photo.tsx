import type { ReactNode } from "react";
import {
  NO_PICTURE,
  runsText,
  type AssetId,
  type Crop,
  type PhotoBlock,
  type Run,
} from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import type { BlockChange, TextField } from "#shared/merge/index.ts";
import { MarkedText, WholeText } from "./compared-text.tsx";

type PhotoField = Exclude<TextField, "runs">;
const FIELDS: readonly PhotoField[] = ["caption", "credit", "alt"];

interface PictureProps {
  readonly photo: PhotoBlock;
  readonly photoAddress: (asset: AssetId) => string;
  /** Which of two pictures this is; null where there is one. */
  readonly which: "before" | "now" | null;
  /** The crops to draw on it. */
  readonly crops: readonly { readonly which: "before" | "now"; readonly crop: Crop }[];
}

function percent(fraction: number): string {
  return `${String(fraction * 100)}%`;
}

function spokenName({ alt, caption }: PhotoBlock): string {
  const said = [alt, runsText(caption)].find((text) => text.trim() !== "");
  return said ?? words().history.photo.withoutAlt;
}

function Picture({ photo, photoAddress, which, crops }: PictureProps): ReactNode {
  const { added, deleted, toCome } = words().history.photo;
  const said = which === null ? "" : which === "before" ? deleted : added;
  return (
    <div className="compared-picture" data-which={which}>
      {photo.asset === NO_PICTURE ? (
        <p>{toCome}</p>
      ) : (
        <div className="compared-frame">
          <img src={photoAddress(photo.asset)} alt={spokenName(photo)} />
          {crops.map(({ which: of, crop }) => (
            <div
              key={of}
              className="compared-crop"
              data-which={of}
              style={{
                left: percent(crop.left),
                top: percent(crop.top),
                width: percent(crop.width),
                height: percent(crop.height),
              }}
            />
          ))}
        </div>
      )}
      {said === "" ? null : <p className="compared-picture-words">{said}</p>}
    </div>
  );
}

function Pictures({ photoAddress, before, after, changes }: ChangedPhotoProps): ReactNode {
  if (changes.some(({ what }) => what === "asset")) {
    return (
      <div className="compared-pictures">
        <Picture photo={before} photoAddress={photoAddress} which="before" crops={[]} />
        <Picture photo={after} photoAddress={photoAddress} which="now" crops={[]} />
      </div>
    );
  }
  const cropped = changes.some(({ what }) => what === "crop");
  const crops = cropped
    ? (
        [
          ["before", before.crop],
          ["now", after.crop],
        ] as const
      ).flatMap(([which, crop]) => (crop === null ? [] : [{ which, crop }]))
    : [];
  return <Picture photo={after} photoAddress={photoAddress} which={null} crops={crops} />;
}

function Field({ field, children }: { readonly field: PhotoField; readonly children: ReactNode }): ReactNode {
  return (
    <div className="photo-field" data-field={field}>
      <span className="compared-field-name">{words().story.photoFields[field]}</span>
      {children}
    </div>
  );
}

function textOf(photo: PhotoBlock, field: PhotoField): readonly Run[] {
  if (field !== "alt") return photo[field];
  return photo.alt === "" ? [] : [{ text: photo.alt }];
}

interface ChangedPhotoProps {
  readonly before: PhotoBlock;
  readonly after: PhotoBlock;
  readonly changes: readonly BlockChange[];
  readonly photoAddress: (asset: AssetId) => string;
}

/** A photo that both stories have: its picture, or both, and what changed in its words. */
export function ChangedPhoto(props: ChangedPhotoProps): ReactNode {
  const { after, changes } = props;
  return (
    <>
      <Pictures {...props} />
      {FIELDS.map((field) => {
        const change = changes.find((one) => "field" in one && one.field === field);
        if (change && "field" in change)
          return (
            <Field key={field} field={field}>
              <MarkedText pieces={change.pieces} />
            </Field>
          );
        const runs = textOf(after, field);
        return runs.length === 0 ? null : (
          <Field key={field} field={field}>
            <WholeText runs={runs} as="equal" />
          </Field>
        );
      })}
    </>
  );
}

/** A photo that came or went, with all its words. */
export function WholePhoto({
  photo,
  as,
  photoAddress,
}: {
  readonly photo: PhotoBlock;
  readonly as: "added" | "removed";
  readonly photoAddress: (asset: AssetId) => string;
}): ReactNode {
  return (
    <>
      <Picture
        photo={photo}
        photoAddress={photoAddress}
        which={as === "added" ? "now" : "before"}
        crops={[]}
      />
      {FIELDS.map((field) => {
        const runs = textOf(photo, field);
        return runs.length === 0 ? null : (
          <Field key={field} field={field}>
            <WholeText runs={runs} as={as} />
          </Field>
        );
      })}
    </>
  );
}
