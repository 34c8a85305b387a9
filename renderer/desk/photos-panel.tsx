import { useEffect, useState, type ReactNode } from "react";
import { FileChooser } from "#renderer/app/file-chooser.tsx";
import { useObservable, usePart } from "#renderer/app/use-observable.ts";
import { useWorkbench } from "#renderer/app/workbench.ts";
import type { PhotoAsset } from "#shared/contract/index.ts";
import { finalText, NO_PICTURE, type PhotoBlock } from "#shared/document/index.ts";
import "./photos-panel.css";
import { retold, words } from "#shared/language/index.ts";

const SETTLE_MS = 300;

/** The photos of a story as they were last committed, and read again when the story changes. */
function usePhotos(story: string): readonly PhotoBlock[] | null {
  const { bridge } = useWorkbench();
  const [photos, setPhotos] = useState<readonly PhotoBlock[] | null>(null);
  useEffect(() => {
    let gone = false;
    let timer: number | undefined;
    const read = async (): Promise<void> => {
      timer = undefined;
      const answer = await bridge.desk.stories.open({ story });
      if (gone || !answer.ok) return;
      setPhotos(answer.value.document.blocks.filter((block) => block.kind === "photo"));
    };
    const stop = bridge.desk.stories.on("changed", ({ summary }) => {
      if (summary.id === story) timer ??= window.setTimeout(() => void read(), SETTLE_MS);
    });
    void read();
    return () => {
      gone = true;
      stop();
      window.clearTimeout(timer);
    };
  }, [bridge, story]);
  return photos;
}

function missing(photo: PhotoBlock): readonly string[] {
  const { lacking } = words().desk.photos;
  return [
    ...(photo.asset === NO_PICTURE ? [lacking.picture] : []),
    ...(finalText(photo.caption).trim() === "" ? [lacking.caption] : []),
    ...(finalText(photo.credit).trim() === "" ? [lacking.credit] : []),
    ...(photo.alt.trim() === "" ? [lacking.alt] : []),
  ];
}

function Photo({ photo }: { readonly photo: PhotoBlock }): ReactNode {
  const { bridge } = useWorkbench();
  const [asset, setAsset] = useState<PhotoAsset | null>(null);
  const lacks = missing(photo);
  const names = words().desk.photos;

  useEffect(() => {
    if (photo.asset === NO_PICTURE) return undefined;
    let gone = false;
    void bridge.desk.photos.describe({ asset: photo.asset }).then((answer) => {
      if (!gone && answer.ok) setAsset(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [bridge, photo.asset]);

  return (
    <li className="photo-item">
      {photo.asset === NO_PICTURE ? (
        <div className="photo-thumb" />
      ) : (
        <img className="photo-thumb" src={bridge.photoAddress(photo.asset)} alt={photo.alt} loading="lazy" />
      )}
      <div className="photo-words">
        <p className="photo-caption">{finalText(photo.caption) || names.noCaption}</p>
        <p className="photo-facts">
          {finalText(photo.credit)}
          {asset === null ? null : <span>{names.size(asset)}</span>}
        </p>
        {lacks.length === 0 ? null : <p className="photo-lacks">{names.lacks({ lacking: lacks })}</p>}
        {asset?.description.disagreements.map((one) => (
          <p key={one.message} className="photo-lacks">
            {retold(one)}
          </p>
        ))}
      </div>
    </li>
  );
}

function PhotosOf({ story }: { readonly story: string }): ReactNode {
  const { page } = useWorkbench();
  const session = useObservable(page.session);
  const photos = usePhotos(story);
  return (
    <div className="photos">
      <FileChooser
        accept="image/*"
        disabled={session === null}
        onFiles={(files) => void session?.insertPhotos(files)}
      >
        {words().desk.photos.add}
      </FileChooser>
      {photos?.length === 0 ? <p className="panel-note">{words().desk.photos.empty}</p> : null}
      <ul>
        {photos?.map((photo) => (
          <Photo key={photo.id} photo={photo} />
        ))}
      </ul>
    </div>
  );
}

/** The photos of the open story: what each shows, who took it, and what it still lacks. */
export function PhotosPanel(): ReactNode {
  const { page } = useWorkbench();
  const story = usePart(page.summary, (summary) => summary?.id ?? null);
  if (story === null) return <p className="panel-empty">{words().desk.photos.none}</p>;
  return <PhotosOf key={story} story={story} />;
}
