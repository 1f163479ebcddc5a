import { useCallback, useRef, type ClipboardEvent, type DragEvent } from "react";

import type { Visibility } from "@/api/types";
import { shows } from "@/components/rich-text/reference";
import type { RichTextHandle } from "@/components/rich-text/rich-text";
import { useAttachments, type Attachment, type Attachments } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";
import type { Draft } from "@/lib/draft";
import { alsoNamed, isPicture, keepPicture } from "@/lib/pictures-here";

import { filesIn, withFiles, writtenIn, type WrittenFile, type Writing } from "./writing";

/** Files on their way with a reply or with a note; what has arrived is part of the draft. */
function useFilesOf(mode: Visibility, draft: Draft<Writing>): Attachments {
  return useAttachments(askForUpload, undefined, undefined, {
    count: () => filesIn(draft.now(), mode).length,
    take: (upload, { key, inText }) => {
      alsoNamed(key, upload.id);
      const file: WrittenFile = inText ? { ...upload, key } : upload;
      draft.change((now) => withFiles(now, mode, [...filesIn(now, mode), file]));
    },
  });
}

/** It came into the text, and goes with its place there. */
const STANDS = new Set<Attachment["state"]>(["uploading", "failed", "refused"]);

/** The files of what one writes, how they come into it, and those that stand below the text. */
export function useWrittenFiles(
  mode: Visibility,
  draft: Draft<Writing>,
  text: { current: RichTextHandle | null },
) {
  const all = {
    public: useFilesOf("public", draft),
    internal: useFilesOf("internal", draft),
  };
  const attachments = all[mode];
  const { html } = writtenIn(draft.value, mode);
  const arrived = filesIn(draft.value, mode);
  const dragsOwn = useRef(false);

  const add = (files: Iterable<File>, at?: { x: number; y: number }) => {
    const into = text.current?.pictures() ?? null;
    const chosen = [...files];
    const pictures = into === null ? [] : chosen.filter(isPicture);
    attachments.add(chosen.filter((file) => !pictures.includes(file)));
    // One that cannot come stands below the text, with the reason.
    const coming = attachments.add(pictures, true).filter(({ state }) => state === "uploading");
    for (const { key, file } of coming) if (file !== null) keepPicture(key, file);
    if (into !== null && coming.length > 0)
      into.put(
        coming.map(({ key, name }) => ({ file: key, name })),
        at,
      );
  };

  return {
    attachments: {
      ...attachments,
      remove: (key: string) => {
        attachments.remove(key);
        text.current?.pictures()?.drop(key);
      },
    },
    progress: useCallback(
      (key: string) => {
        const coming = attachments.items.find((item) => item.key === key);
        return coming?.progress ?? (arrived.some((file) => file.key === key) ? 1 : null);
      },
      [attachments.items, arrived],
    ),
    /** On their way or in trouble, below the text: of a picture only the trouble. */
    below: attachments.items.filter(({ inText, state }) => !inText || state !== "uploading"),
    kept: arrived.filter(({ key }) => key === undefined),
    any: attachments.items.length > 0 || arrived.some(({ key }) => key === undefined || shows(html, key)),
    /** What was taken out of the text is not waited for. */
    dropPictures: (now: string | null) => {
      for (const { key, inText, state } of attachments.items) {
        if (inText && STANDS.has(state) && !shows(now, key)) attachments.remove(key);
      }
    },
    remove: (id: string) => {
      draft.change((now) =>
        withFiles(
          now,
          mode,
          filesIn(now, mode).filter((file) => file.id !== id),
        ),
      );
    },
    /** Files may be dropped anywhere on it, and pasted where words would go; pictures come into the text. */
    into: {
      onDragStart: () => {
        dragsOwn.current = true;
      },
      onDragEnd: () => {
        dragsOwn.current = false;
      },
      onDragOver: (event: DragEvent) => {
        if (!dragsOwn.current && event.dataTransfer.types.includes("Files")) event.preventDefault();
      },
      onDropCapture: (event: DragEvent) => {
        if (dragsOwn.current || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        add(event.dataTransfer.files, { x: event.clientX, y: event.clientY });
      },
      onPasteCapture: (event: ClipboardEvent) => {
        const { files, types } = event.clipboardData;
        // Office programs put a picture of the words beside the words.
        if (files.length === 0 || types.includes("text/plain")) return;
        event.preventDefault();
        event.stopPropagation();
        add(files);
      },
    },
  };
}

export type WrittenFiles = ReturnType<typeof useWrittenFiles>;
