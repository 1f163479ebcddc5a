/** What one writes to people outside, as it is kept with the service: a letter for each side. */
import { joined, type Written } from "@/components/rich-text/written";
import { changedAfter, withDetails, type Kind, type Sort } from "@/lib/desk/kept-drafts";

import { isEmpty, NOTHING_WRITTEN, type SideWriting } from "./writing";

const BEGINNING = "side-";

export const kindOf = (which: string): Kind => BEGINNING + which;

/** Which side a draft is for; null of one that is for no side. */
export const whichOf = (kind: Kind): string | null =>
  kind.startsWith(BEGINNING) ? kind.slice(BEGINNING.length) : null;

const writtenIn = ({ text = "", html = null }: Partial<SideWriting>): Written => ({ text, html });

/** Nothing typed: it goes to those whom the side goes to anyway. */
const named = (typed: string): string | null => (typed === "" ? null : typed);

export const BESIDE: Sort<SideWriting> = {
  beginning: "side.",
  restOf: (ticketId, kind) => {
    const which = whichOf(kind);
    return which === null ? null : `${ticketId}.${which}`;
  },
  partsOf: (rest, value) => {
    const [ticketId = "", which = ""] = rest.split(".");
    const writing = { ...NOTHING_WRITTEN, ...value };
    const { text, html, subject, to, cc, files } = writing;
    return [
      {
        ticketId,
        kind: kindOf(which),
        at: writing.at ?? undefined,
        isEmpty: isEmpty(writing),
        text,
        wish: () => ({
          ...{ body: text, html, attachments: withDetails(files), since: null },
          ...{ subject, to: to ?? "", cc: cc ?? "" },
        }),
      },
    ];
  },
  taken: ({ at }, _, stands) => {
    if (stands === null) return { ...NOTHING_WRITTEN, at: changedAfter(at) };
    const { body: text, html, subject, to, cc, attachments: files } = stands;
    return { text, html, subject, to: named(to), cc: named(cc), files, at: stands.at };
  },
  joined: (now, _, before) => ({
    ...joined(writtenIn(now), writtenIn(before)),
    to: now.to ?? before.to ?? null,
    cc: now.cc ?? before.cc ?? null,
    subject: [now.subject, before.subject].find((subject = "") => subject !== "") ?? "",
    files: [...(now.files ?? []), ...(before.files ?? [])],
    at: changedAfter(now.at),
  }),
};
