/** What is asked about what one writes, and what is said where it is joined. */
import type { Question, Topic } from "@/api/types";

import { asked, inWords, isAnswered, type AnswerValue, type Given } from "./topics";
import type { FormValues } from "./values";

const LONGEST = 1_000;
const LEAST_WORDS = 2;
const SHORTEST = 3;

type Words = Pick<FormValues, "subject" | "description">;

const together = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join("\n\n");

export const textOf = ({ subject, description }: Words): string =>
  together([subject, description]).slice(0, LONGEST);

/** Of less nothing is found, so that nothing is asked. A writing without spaces says much in few signs. */
export const saysEnough = (text: string): boolean =>
  /[^\p{ASCII}]{4}/u.test(text) ||
  text.split(/\s+/).filter((word) => word.length >= SHORTEST).length >= LEAST_WORDS;

function said({ choices }: Question, value: AnswerValue, language: string, yesNo: readonly [string, string]) {
  if (typeof value === "boolean") return yesNo[value ? 0 : 1];
  const choice = choices.find(({ id }) => id === value);
  return choice === undefined ? String(value) : inWords(choice.name, language);
}

/** All that was written, as one message: questions with their answers stand first. */
export function messageOf(
  values: Words & { answers: Readonly<Record<string, Given>> },
  topic: Topic | null,
  language: string,
  yesNo: readonly [string, string],
): string {
  const given = topic === null ? {} : (values.answers[topic.id] ?? {});
  const lines = (topic === null ? [] : asked(topic, given))
    .filter((question) => isAnswered(given, question))
    .map(
      (question) =>
        `${inWords(question.label, language)} ${said(question, given[question.id] ?? "", language, yesNo)}`,
    );
  return together([values.subject, lines.join("\n"), values.description]);
}
