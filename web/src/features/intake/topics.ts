/** The questions of a topic, as the form goes through them. What counts in the end is decided by the service. */
import type { Question, Topic } from "@/api/types";
import { isDay } from "@/lib/day-parts";

export type AnswerValue = string | number | boolean;
/** By the ids of questions. A number stands here as it is typed. */
export type Given = Readonly<Record<string, AnswerValue>>;

/** So many questions without an answer are in sight. */
export const MOST_IN_SIGHT = 3;

/** In the reader's language where there are words in it, else in any. */
export const inWords = (words: Readonly<Record<string, string>>, language: string): string =>
  words[language] ?? words.en ?? Object.values(words)[0] ?? "";

const isEmpty = (value: AnswerValue | undefined): boolean =>
  value === undefined || (typeof value === "string" && value.trim() === "");

export const isAnswered = (given: Given, { id }: Question): boolean => !isEmpty(given[id]);

const keyOf = (value: AnswerValue | undefined): string =>
  typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");

/** The questions asked of who answers so: none that depends on one that is not asked. */
export function asked({ questions }: Topic, given: Given): Question[] {
  const answered = new Map<string, string>();
  return questions.filter(({ id, when }) => {
    const answer = when === null ? undefined : answered.get(when.question);
    const shown = when === null || (answer !== undefined && when.answers.includes(answer));
    if (shown) answered.set(id, keyOf(given[id]));
    return shown;
  });
}

export interface Sight {
  questions: Question[];
  /** There are others behind these. */
  more: boolean;
}

/** Up to the third question without an answer, or to the last one with; `passed` are those that were gone by. */
export function inSight(topic: Topic, given: Given, passed: ReadonlySet<string>): Sight {
  const all = asked(topic, given);
  let open = 0;
  const end = all.findIndex((question) => {
    if (!isAnswered(given, question) && !passed.has(question.id)) open += 1;
    return open > MOST_IN_SIGHT;
  });
  if (end < 0) return { questions: all, more: false };
  const reached = all.findLastIndex((question) => isAnswered(given, question));
  const count = Math.max(end, reached + 1);
  return { questions: all.slice(0, count), more: count < all.length };
}

const numberOf = (typed: string): number => Number(typed.trim().replace(",", "."));

/** Why an answer will not do, before it is sent. */
export function lacking(question: Question, given: Given): "answer" | "number" | "date" | null {
  const value = given[question.id];
  if (isEmpty(value)) return question.required ? "answer" : null;
  if (question.type === "date" && !isDay(String(value))) return "date";
  return question.type === "number" && Number.isNaN(numberOf(String(value))) ? "number" : null;
}

/** What is sent: answers to what is asked, and none that says nothing. */
export function answersOf(topic: Topic, given: Given): Record<string, AnswerValue> {
  return Object.fromEntries(
    asked(topic, given).flatMap((question): [string, AnswerValue][] => {
      const value = given[question.id];
      if (value === undefined || isEmpty(value)) return [];
      return [[question.id, question.type === "number" ? numberOf(String(value)) : value]];
    }),
  );
}
