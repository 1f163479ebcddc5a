/** Somebody who is to take part in a ticket: known, or by their address alone. */
import type { MessageDraft } from "@/api/types";

export interface Invited {
  person?: string;
  email: string;
  name: string;
}

type Invitation = NonNullable<MessageDraft["cc"]>[number];

/** As the service takes it. Who is called by their address has no name yet. */
export const invitation = ({ person, email }: Invited): Invitation =>
  person === undefined ? { email } : { person };

export const isSame = (one: Invited, other: { id?: string; email?: string }): boolean =>
  (one.person !== undefined && one.person === other.id) ||
  (one.email !== "" && one.email.toLowerCase() === other.email?.toLowerCase());
