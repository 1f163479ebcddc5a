import { joined, type Written } from "@/components/rich-text/written";
import { changeDraft } from "@/lib/draft";
import { isReachable } from "@/lib/reachability";

import { outbox, remove } from "./outbox";
import {
  copiesIn,
  draftOf,
  filesIn,
  filesOf,
  withFiles,
  withWritten,
  writtenIn,
  type Writing,
} from "./writing";

/** Back into the composer with it, after what is written there, files too; false when it is on its way or has gone. */
export function takeBack(key: string): boolean {
  const item = outbox().find((one) => one.key === key);
  if (item === undefined || (item.going === true && isReachable())) return false;
  const { ticketId, message, side } = item;
  const { cc, bcc } = copiesIn(item);
  if (side !== undefined) {
    changeDraft<Written>(side.draft, ({ text = "", html = null }) => ({
      ...side.back,
      ...joined({ text: message.body, html: message.html ?? null }, { text, html }),
    }));
    remove(key);
    return true;
  }
  const mode = message.visibility ?? "public";
  const back = { text: message.body, html: message.html ?? null };
  changeDraft<Writing>(draftOf(ticketId), (before) => ({
    mode,
    cc: [...(before.cc ?? []), ...cc],
    bcc: [...(before.bcc ?? []), ...bcc],
    ...withWritten(before, mode, joined(writtenIn(before, mode), back)),
    ...withFiles(before, mode, [...filesIn(before, mode), ...filesOf(message.attachments ?? [], back.html)]),
  }));
  remove(key);
  return true;
}
