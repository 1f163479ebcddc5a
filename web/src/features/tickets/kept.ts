/** What one writes on a ticket, as it is kept with the service: a reply and a note. */
import { joined, NOTHING } from "@/components/rich-text/written";
import { withDetails, type Sort } from "@/lib/desk/kept-drafts";

import {
  adopted,
  filesIn,
  isEmpty,
  kindOf,
  modeOf,
  MODES,
  sendable,
  withFiles,
  withWritten,
  writtenIn,
  type Writing,
} from "./writing";

export const KINDS = MODES.map(kindOf);

export const ON_TICKETS: Sort<Writing> = {
  beginning: "ticket.",
  restOf: (ticketId, kind) => (KINDS.includes(kind) ? ticketId : null),
  partsOf: (ticketId, writing) =>
    MODES.map((mode) => ({
      ticketId,
      kind: kindOf(mode),
      at: writing.at?.[mode],
      isEmpty: isEmpty(writing, mode),
      text: writing[mode] ?? "",
      wish: () => {
        const { text, html } = writtenIn(writing, mode);
        const sent = sendable(html, filesIn(writing, mode));
        const attachments = withDetails(sent.files);
        return { body: text, html: sent.html, attachments, since: writing.since ?? null };
      },
    })),
  taken: (writing, kind, stands) => {
    const mode = modeOf(kind);
    if (stands !== null) return adopted(writing, mode, stands);
    return { ...withWritten(writing, mode, NOTHING), ...withFiles(writing, mode, []) };
  },
  joined: (now, kind, before) => {
    const mode = modeOf(kind);
    return {
      mode,
      ...withWritten(now, mode, joined(writtenIn(now, mode), writtenIn(before, mode))),
      ...withFiles(now, mode, [...filesIn(now, mode), ...filesIn(before, mode)]),
    };
  },
};
