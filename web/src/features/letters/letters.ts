/** Letters as they are edited: what is set, and in its absence the product's words. */
import type { LetterKind, LetterSettings, LetterTemplate } from "@/api/settings-types";

export interface Chosen {
  letter: string;
  language: string;
  mailbox: string | null;
}

export interface LettersValues {
  templates: LetterTemplate[];
}

export const lettersValues = ({ templates }: Pick<LetterSettings, "templates">): LettersValues => ({
  templates: templates.map((one) => ({ ...one, mailbox: one.mailbox ?? null })),
});

export const lettersPlan = ({ templates }: LettersValues): LettersValues => ({ templates });

const isAt = ({ letter, language, mailbox }: Chosen) => {
  return (one: LetterTemplate) =>
    one.letter === letter && one.language === language && (one.mailbox ?? null) === mailbox;
};

export const indexOf = (templates: readonly LetterTemplate[], chosen: Chosen): number =>
  templates.findIndex(isAt(chosen));

/** Whether a letter can have words for a mailbox; one about several tickets has none. */
export const isOf = (kind: LetterKind, mailbox: string | null): boolean => mailbox === null || kind.of_ticket;

/** The same letter of a mailbox, or the first that has words for it. */
export function ofMailbox(kinds: readonly LetterKind[], chosen: Chosen, mailbox: string | null): Chosen {
  const fitting = kinds.filter((kind) => isOf(kind, mailbox));
  const kept = fitting.find(({ name }) => name === chosen.letter) ?? fitting[0];
  return { ...chosen, mailbox, letter: kept?.name ?? chosen.letter };
}

/** What is sent where nothing is set for a mailbox: what is set for all, else the product's words. */
export function usualOf(templates: readonly LetterTemplate[], kind: LetterKind, chosen: Chosen) {
  const ofAll = chosen.mailbox === null ? undefined : templates.find(isAt({ ...chosen, mailbox: null }));
  return ofAll ?? kind.words[chosen.language] ?? { subject: "", body: "" };
}

export function withWords(
  templates: readonly LetterTemplate[],
  chosen: Chosen,
  words: { subject: string; body: string },
): LetterTemplate[] {
  const at = indexOf(templates, chosen);
  const set = { ...chosen, subject: words.subject, body: words.body };
  return at === -1 ? [...templates, set] : templates.map((one, index) => (index === at ? set : one));
}

export const withoutWords = (templates: readonly LetterTemplate[], chosen: Chosen): LetterTemplate[] => {
  const is = isAt(chosen);
  return templates.filter((one) => !is(one));
};

/** What was refused first, so that it can be shown. */
export function firstRefused(
  templates: readonly LetterTemplate[],
  refusals: readonly { place: string }[],
): Chosen | undefined {
  const at = refusals
    .map(({ place }) => /^templates\[(\d+)\]/.exec(place)?.[1])
    .find((one) => one !== undefined);
  const found = at === undefined ? undefined : templates[Number(at)];
  return found && { letter: found.letter, language: found.language, mailbox: found.mailbox ?? null };
}

/** Also those that words were written for and that are gone since: somebody has to take these back. */
export function mailboxChoices(
  mailboxes: readonly { id: string; address: string }[],
  templates: readonly LetterTemplate[],
): { value: string; label: string }[] {
  const known = new Map(mailboxes.map(({ id, address }) => [id, address]));
  for (const { mailbox } of templates)
    if (mailbox != null && !known.has(mailbox)) known.set(mailbox, mailbox);
  return [...known].map(([value, label]) => ({ value, label }));
}

/** The texts of the API are by language; who reads another is told in English. */
export const inWords = (said: Readonly<Record<string, string>>, language: string): string =>
  said[language] ?? said.en ?? "";
