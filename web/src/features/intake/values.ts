import type { Scale } from "@/api/types";

import type { Given } from "./topics";

/** The draft of a request. */
export const REQUEST = "request";
/** What was typed on the first page. */
export const ASKED = "asked";

export interface FormValues {
  name: string;
  email: string;
  subject: string;
  description: string;
  category: string;
  /** The number on the thing it is about; empty when there is none. */
  asset: string;
  impact: Scale;
  urgency: Scale;
  /** Empty: the language of the page. */
  language: "" | "en" | "de";
  /** By topic: who changes their mind about that loses nothing. */
  answers: Readonly<Record<string, Given>>;
  /** A trap for machines: people never see it. */
  website: string;
}

export const EMPTY: FormValues = {
  name: "",
  email: "",
  subject: "",
  description: "",
  category: "",
  asset: "",
  impact: "low",
  urgency: "medium",
  language: "",
  answers: {},
  website: "",
};

export type FieldName = "name" | "email" | "subject" | "description";
export type Missing = "name" | "email" | "emailShape" | "subject" | "description";

const LOOKS_LIKE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing, by field. Who answered questions need not say it again. The service decides in the end. */
export function missing(
  values: FormValues,
  signedIn: boolean,
  answered = false,
): Partial<Record<FieldName, Missing>> {
  const words: Partial<Record<FieldName, Missing>> = {};
  const sender: Partial<Record<FieldName, Missing>> = {};
  if (!signedIn) {
    if (values.name.trim() === "") sender.name = "name";
    if (values.email.trim() === "") sender.email = "email";
    else if (!LOOKS_LIKE_MAIL.test(values.email.trim())) sender.email = "emailShape";
  }
  if (values.subject.trim() === "") words.subject = "subject";
  if (values.description.trim() === "" && !answered) words.description = "description";
  return { ...sender, ...words };
}

/** What to say of a field that the service refused, where it can mean but one thing. */
export const REFUSED: Partial<Record<string, Missing>> = {
  name: "name",
  subject: "subject",
  description: "description",
};
