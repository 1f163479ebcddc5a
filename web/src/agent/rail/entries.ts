/** What leads to the lists, in the rail and in the bar of a phone. */
import { IconBell, IconInbox, IconPencil } from "@tabler/icons-react";

import type { Action } from "@/lib/actions";

import { anywhere, ANYWHERE, type Anywhere } from "../actions";

/** There as soon as something answers it. */
export const PALETTE: Action<Anywhere> | undefined = ANYWHERE.find(({ id }) => id === "palette");

export const INBOX = { to: "/inbox", of: anywhere.inbox, Icon: IconBell } as const;
export const MINE = { assignee: "me" } as const;
export const UNASSIGNED = {
  to: "/unassigned",
  of: anywhere.unassigned,
  Icon: IconInbox,
  scope: { assignee: "none" },
} as const;
export const DRAFTS = { to: "/drafts", of: anywhere.drafts, Icon: IconPencil } as const;
