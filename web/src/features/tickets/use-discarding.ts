import { useTranslation } from "react-i18next";

import type { Visibility } from "@/api/types";
import { useNotify } from "@/components/notify";
import { joined, NOTHING } from "@/components/rich-text/written";
import type { Attachments } from "@/lib/attachments";
import { changeDraft, type Draft } from "@/lib/draft";

import {
  copiesIn,
  draftOf,
  filesIn,
  NO_COPIES,
  withFiles,
  withWritten,
  writtenIn,
  type Writing,
} from "./writing";

interface Of {
  ticketId: string;
  mode: Visibility;
  draft: Draft<Writing>;
  attachments: Attachments;
}

/** Throws away what is written and added; until the message about it goes, it can be had back, files too. */
export function useDiscarding({ ticketId, mode, draft, attachments }: Of): () => void {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  return () => {
    const before = writtenIn(draft.value, mode);
    const files = filesIn(draft.value, mode);
    const { cc, bcc } = mode === "public" ? copiesIn(draft.value) : NO_COPIES;
    const unsent = attachments.items.flatMap(({ upload, file }) => (upload === null && file ? [file] : []));
    draft.change({
      ...withWritten(draft.value, mode, NOTHING),
      ...withFiles(draft.value, mode, []),
      ...(mode === "public" ? NO_COPIES : {}),
      since: null,
    });
    attachments.clear();
    notify(t("composer.discarded"), {
      undo: {
        words: t("composer.undo"),
        run: () => {
          changeDraft<Writing>(draftOf(ticketId), (now) => ({
            mode,
            cc: [...cc, ...(now.cc ?? [])],
            bcc: [...bcc, ...(now.bcc ?? [])],
            ...withWritten(now, mode, joined(before, writtenIn(now, mode))),
            ...withFiles(now, mode, [...files, ...filesIn(now, mode)]),
          }));
          attachments.add(unsent);
        },
      },
    });
  };
}
