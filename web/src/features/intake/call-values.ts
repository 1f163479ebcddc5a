/** What is noted of a call, and what is sent of it. */
import type {
  Card,
  Channel,
  Kind,
  MessageDraft,
  NamedUpload,
  PersonFound,
  Scale,
  TicketDraft,
} from "@/api/types";

export interface CallValues {
  /** What was typed to find somebody. */
  typed: string;
  person: PersonFound | null;
  /** Somebody whom nobody found: by `name` and `contact`. */
  unknown: boolean;
  name: string;
  /** A phone number or a mail address. */
  contact: string;
  /** The ticket it is about. */
  about: Pick<Card, "id" | "subject"> | null;
  channel: Channel;
  subject: string;
  description: string;
  kind: Kind;
  category: string;
  impact: Scale;
  urgency: Scale;
  language: string;
  assets: string[];
}

export const emptyCall = (language: string): CallValues => ({
  ...{ typed: "", person: null, unknown: false, name: "", contact: "", about: null },
  ...{ channel: "phone", subject: "", description: "" },
  ...{ kind: "incident", category: "other", impact: "low", urgency: "medium" },
  ...{ language, assets: [] },
});

const PHONE = /^\+?[\d\s()./-]+$/;

/** Nobody was chosen: what was typed is a name, an address or a number. */
export function somebodyNew(typed: string): Pick<CallValues, "unknown" | "name" | "contact"> {
  const text = typed.trim();
  const isContact = text.includes("@") || PHONE.test(text);
  return { unknown: true, name: isContact ? "" : text, contact: isContact ? text : "" };
}

type Requester = Exclude<TicketDraft["requester"], string | null | undefined>;

function requesterOf(values: CallValues): TicketDraft["requester"] | null {
  const { person } = values;
  if (person !== null) return person.email === "" ? { person: person.id } : person.email;
  const { name, contact } = values.unknown ? values : somebodyNew(values.typed);
  const written = contact.trim();
  const found: Requester = {
    ...(name.trim() !== "" && { name: name.trim() }),
    ...(written !== "" && (written.includes("@") ? { email: written } : { phone: written })),
  };
  return found.name === undefined && found.email === undefined ? null : found;
}

type Field = "requester" | "subject" | "description";

/** What is missing, by its place, in the order of the sheet. */
export function missingIn(values: CallValues): Field[] {
  const { about, subject, description } = values;
  if (about !== null) return (subject + description).trim() === "" ? ["description"] : [];
  const fields: Field[] = [];
  if (requesterOf(values) === null) fields.push("requester");
  if (subject.trim() === "") fields.push("subject");
  return fields;
}

/** A few words may be all that was said. */
export function draftOf(values: CallValues, attachments: NamedUpload[], solved: boolean): TicketDraft {
  const { subject, description, channel, kind, category, impact, urgency, language, assets } = values;
  return {
    ...{ channel, kind, category, impact, urgency, language, assets },
    subject: subject.trim(),
    description: description.trim() || subject.trim(),
    requester: requesterOf(values),
    ...(solved && { solved }),
    ...(attachments.length > 0 && { attachments }),
  };
}

export function messageOf(values: CallValues, attachments: NamedUpload[], solved: boolean): MessageDraft {
  const { subject, description, channel } = values;
  return {
    body: [subject.trim(), description.trim()].filter((words) => words !== "").join("\n\n"),
    channel,
    ...(solved && { state: "solved" }),
    ...(attachments.length > 0 && { attachments }),
  };
}

/** Who calls, by name and how they are reached. */
export function callerOf(values: CallValues): string {
  const { person, name, contact, typed, unknown } = values;
  const known = person === null ? [name, contact] : [person.name, person.email || (person.phone ?? "")];
  const [called = "", reached = ""] = (person === null && !unknown ? [typed] : known)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return reached === "" ? called : `${called} (${reached})`;
}

/** For a ticket that says the same: of its own requester their words, of anybody else a note, with `who` it was. */
export function joinedTo(
  requester: string,
  values: CallValues,
  attachments: NamedUpload[],
  who: string,
): MessageDraft {
  const message = messageOf(values, attachments, false);
  if (values.person?.id === requester) return message;
  const { body, attachments: files } = message;
  const said = [who, body].filter((words) => words !== "").join("\n\n");
  return { body: said, visibility: "internal", ...(files !== undefined && { attachments: files }) };
}
