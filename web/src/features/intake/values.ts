import type { Scale } from "@/api/types";

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
  website: "",
};

export type FieldName = "name" | "email" | "subject" | "description";
export type Missing = "name" | "email" | "emailShape" | "subject" | "description";

const LOOKS_LIKE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing, by field, in the order of the page. The service decides in the end. */
export function missing(values: FormValues, signedIn: boolean): Partial<Record<FieldName, Missing>> {
  const found: Partial<Record<FieldName, Missing>> = {};
  if (!signedIn) {
    if (values.name.trim() === "") found.name = "name";
    if (values.email.trim() === "") found.email = "email";
    else if (!LOOKS_LIKE_MAIL.test(values.email.trim())) found.email = "emailShape";
  }
  if (values.subject.trim() === "") found.subject = "subject";
  if (values.description.trim() === "") found.description = "description";
  return found;
}

/** What to say of a field that the service refused, where it can mean but one thing. */
export const REFUSED: Partial<Record<string, Missing>> = {
  name: "name",
  subject: "subject",
  description: "description",
};
