import type { Download, RequesterTicket, StoredAttachment, Ticket } from "@/api/types";
import type { AskForUpload } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";

import { askForGuestUpload } from "./api/ask-for-guest-upload";
import { download } from "./api/download";
import { downloadAsGuest } from "./api/download-as-guest";
import { getGuestTicket } from "./api/get-guest-ticket";
import { getOwnTicket } from "./api/get-own-ticket";
import { leaveAsGuest, leaveByAccount } from "./api/leave";
import { replyAsGuest, replyToOwn, type Reply } from "./api/reply";
import { solveOwn } from "./api/solve";

/** The two ways to one's own ticket: the signed link, or an account. */
export interface Access {
  queryKey: readonly string[];
  /** The newest entries, or those before a place in the timeline. */
  get: (before?: string) => Promise<RequesterTicket>;
  reply: (reply: Reply, idempotencyKey: string) => Promise<RequesterTicket>;
  /** Null where the way does not allow it. */
  solve: ((idempotencyKey: string) => Promise<RequesterTicket>) | null;
  /** Of who takes part beside the requester. */
  leave: (reader: string, idempotencyKey: string) => Promise<void>;
  askForUpload: AskForUpload;
  download: (attachment: StoredAttachment) => Promise<Download>;
}

export const byLink = (token: string): Access => ({
  queryKey: ["guest-ticket", token],
  get: (before) => getGuestTicket(token, before),
  reply: (reply, key) => replyAsGuest(token, reply, key),
  solve: null,
  leave: (_, key) => leaveAsGuest(token, key),
  askForUpload: (file) => askForGuestUpload(token, file),
  download: (attachment) => downloadAsGuest(token, attachment),
});

/** Staff see more of their own requests than others do of theirs, but are not asked to rate their house. */
const ofRequester = (ticket: Ticket | RequesterTicket): RequesterTicket => ({
  reader: ticket.requester.id,
  rating: null,
  ...ticket,
});

export const byAccount = (id: string): Access => ({
  queryKey: ["own-ticket", id],
  get: async (before) => ofRequester(await getOwnTicket(id, before)),
  reply: async (reply, key) => ofRequester(await replyToOwn(id, reply, key)),
  solve: async (key) => ofRequester(await solveOwn(id, key)),
  leave: (reader, key) => leaveByAccount(id, reader, key),
  askForUpload,
  download,
});
