/** Mailboxes as they are edited. What is new has a key of its own until it is saved; then its id is made. */
import type { MailboxPlan } from "@/api/settings-types";
import { madeId } from "@/lib/made-ids";

type Plan = Required<MailboxPlan>;

export interface MailboxValue extends Omit<Plan, "team" | "reopens_for_days"> {
  /** Empty: the rules say who has its tickets. */
  team: string;
  reopens_for_days: number | "";
}

export const WRITERS: readonly Plan["writers"][] = ["anybody", "known", "organizations"];

const NEW = "~";
let made = 0;

export const newMailbox = (): MailboxValue => ({
  ...{ id: `${NEW}${++made}`, address: "", aliases: [], name: "", team: "", language: "en", signature: "" },
  ...{ acknowledges: true, writers: "anybody", reopens_for_days: 14 },
});

export const mailboxValues = ({ mailboxes }: { mailboxes: readonly MailboxPlan[] }) => ({
  mailboxes: mailboxes.map(({ team, ...said }): MailboxValue => ({
    ...newMailbox(),
    ...said,
    team: team ?? "",
  })),
});

export function mailboxesPlan({ mailboxes }: { mailboxes: readonly MailboxValue[] }): {
  mailboxes: MailboxPlan[];
} {
  const taken = mailboxes.map(({ id }) => id);
  const idOf = ({ id, name, address }: MailboxValue) => {
    if (!id.startsWith(NEW)) return id;
    const free = madeId(name || (address.split("@")[0] ?? ""), "mailbox", taken);
    taken.push(free);
    return free;
  };
  return {
    mailboxes: mailboxes.map((mailbox) => ({
      ...mailbox,
      id: idOf(mailbox),
      address: mailbox.address.trim(),
      team: mailbox.team === "" ? null : mailbox.team,
      // The service says what is missing, at its field.
      reopens_for_days: mailbox.reopens_for_days === "" ? Number.NaN : mailbox.reopens_for_days,
    })),
  };
}
