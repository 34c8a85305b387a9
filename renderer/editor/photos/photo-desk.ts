import { $getNodeByKey, HISTORY_PUSH_TAG, mergeRegister, type LexicalEditor, type NodeKey } from "lexical";
import type { Command } from "#renderer/app/commands.ts";
import type { Desk } from "#shared/contract/index.ts";
import { NO_PICTURE, type AssetId } from "#shared/document/index.ts";
import { words } from "#shared/language/index.ts";
import { $isBlockNode } from "../codec/blocks.ts";
import { $deleteBlock } from "../fields/delete-selected.ts";
import type { NoticeBoard } from "../notices/notices.ts";
import { addPhotos } from "./add-photos.ts";
import { choosePictures } from "./choose-files.ts";
import { registerPhotoDrop } from "./photo-drop.ts";
import { $isPhoto } from "./photo-node.ts";
import { registerPictureFrames } from "./picture-frames.ts";
import { $fillFrame, $insertPhotos, $placeAtCaret, photoBlock, type PhotoPlace } from "./place-photos.ts";

interface PhotoDeskOptions {
  readonly editor: LexicalEditor;
  readonly desk: Desk;
  readonly board: NoticeBoard;
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  readonly photoAddress: (asset: AssetId) => string;
}

/** Everything by which pictures come into an open story and leave it. */
export interface PhotoDesk {
  readonly commands: readonly Command[];
  /** Puts picture files behind the block with the caret, all in one step of undo. */
  readonly insert: (files: readonly File[]) => Promise<void>;
  readonly stop: () => void;
}

export function photoDesk({
  editor,
  desk,
  board,
  page,
  scroller,
  photoAddress,
}: PhotoDeskOptions): PhotoDesk {
  const insertAt = async (files: readonly File[], place: PhotoPlace | null): Promise<void> => {
    if (files.length === 0) return;
    const added = await addPhotos(desk, board, files);
    if (added.length === 0) return;
    editor.update(() => $insertPhotos(added.map(photoBlock), place), { tag: HISTORY_PUSH_TAG });
  };

  const insert = (files: readonly File[]): Promise<void> =>
    insertAt(files, editor.getEditorState().read($placeAtCaret));

  const hadPicture = (key: NodeKey): boolean =>
    editor.getEditorState().read(() => {
      const photo = $getNodeByKey(key);
      return $isPhoto(photo) && photo.getAsset() !== NO_PICTURE;
    });

  const fill = async (key: NodeKey, files: readonly File[]): Promise<void> => {
    const [added] = files.length > 0 ? await addPhotos(desk, board, files.slice(0, 1)) : [];
    if (!added) return;
    const isReplaced = hadPicture(key);
    let isKept = false;
    editor.update(
      () => {
        isKept = $fillFrame(key, added);
      },
      { tag: HISTORY_PUSH_TAG, discrete: true },
    );
    if (isReplaced && isKept) {
      board.put("note", words().editor.photos.replaced({ name: added.name }));
    }
  };

  const stop = mergeRegister(
    registerPictureFrames(editor, {
      photoAddress,
      onReplace: (key) => void choosePictures({ many: false }).then((files) => fill(key, files)),
      onRemove: (key) =>
        editor.update(() => {
          const photo = $getNodeByKey(key);
          if ($isBlockNode(photo)) $deleteBlock(photo);
        }),
    }),
    registerPhotoDrop(editor, scroller, page, (files, target) => {
      if (target.at === "frame") {
        void fill(target.photo, files);
        return;
      }
      void insertAt(files, target.at === "block" ? target.place : null);
    }),
  );

  return {
    insert,
    stop,
    commands: [
      {
        id: "photo.insert",
        title: ({ editor: said }) => said.photos.insert,
        group: "Block",
        keys: "Mod+Shift+P",
        run: () => void choosePictures({ many: true }).then(insert),
      },
    ],
  };
}
