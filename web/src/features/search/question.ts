/** What is looked for, as it is typed and as it stands in the address: words, and conditions such as `state:open`. */

export interface Word {
  text: string;
  start: number;
  end: number;
}

/** Quotes hold together what stands between them, at a condition as well. */
const WORD = /(?:[^\s"]|"[^"]*(?:"|$))+/g;

const CONDITION = /^-?(\p{L}{2,20}):/u;

export const wordsIn = (question: string): Word[] =>
  [...question.matchAll(WORD)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));

/** A value that has spaces is quoted. */
export const condition = (name: string, value: string): string =>
  /[\s"]/.test(value) ? `${name}:"${value.replaceAll('"', " ").trim()}"` : `${name}:${value}`;

export const has = (question: string, one: string): boolean =>
  wordsIn(question).some(({ text }) => text.toLowerCase() === one.toLowerCase());

const without = (question: string, one: string): string =>
  wordsIn(question)
    .filter(({ text }) => text.toLowerCase() !== one.toLowerCase())
    .map(({ text }) => text)
    .join(" ");

/** With a condition that was not there, and without one that was; words stay where one goes on typing. */
export const toggled = (question: string, one: string): string =>
  has(question, one)
    ? without(question, one)
    : [one, question.trim()].filter((part) => part !== "").join(" ");

/** The conditions of a question, as they are typed. */
export const conditionsIn = (question: string): string[] =>
  wordsIn(question)
    .map(({ text }) => text)
    .filter((text) => CONDITION.test(text));

export const withoutConditions = (question: string): string =>
  wordsIn(question)
    .map(({ text }) => text)
    .filter((text) => !CONDITION.test(text))
    .join(" ");

/** The word that is being typed: the one that ends where the caret stands. */
export function typedAt(question: string, caret: number): Word {
  const word = wordsIn(question).find(({ start, end }) => start < caret && caret <= end);
  if (word === undefined) return { text: "", start: caret, end: caret };
  return { ...word, text: question.slice(word.start, caret) };
}

/** The question with that word completed, and where the caret stands then. */
export function completed(
  question: string,
  { start, end }: Word,
  text: string,
): { question: string; caret: number } {
  // What is complete is followed by a space, a name by its value.
  const whole = text.endsWith(":") ? text : `${text} `;
  const rest = question.slice(end).replace(/^\s+/, "");
  return { question: question.slice(0, start) + whole + rest, caret: start + whole.length };
}

export interface Operator {
  name: string;
  /** What it asks for, in the reader's words. */
  label: string;
  /** None for what is typed freely. */
  values: readonly { value: string; label: string }[];
  /** What may stand there, where there is no list of it. */
  example?: string;
}

export interface Suggestion {
  /** What it puts there. */
  text: string;
  label: string;
}

const MOST = 8;

const begins = (said: string, typed: string): boolean =>
  said
    .toLowerCase()
    .split(/[\s·(]+/)
    .some((_, at, words) => words.slice(at).join(" ").startsWith(typed));

/** What a typed word may become; of words that are no condition yet, the conditions that have such a name or value. */
export function suggested(operators: readonly Operator[], typed: string): Suggestion[] {
  const sign = typed.startsWith("-") ? "-" : "";
  const plain = typed.slice(sign.length);
  const [name = "", ...rest] = plain.split(":");
  const named = operators.find((one) => one.name === name.toLowerCase());
  if (named !== undefined && rest.length > 0) {
    const value = rest.join(":").replaceAll('"', "").toLowerCase();
    return named.values
      .filter((one) => begins(one.label, value) || one.value.toLowerCase().startsWith(value))
      .map((one) => ({ text: sign + condition(named.name, one.value), label: one.label }))
      .filter(({ text }) => text.toLowerCase() !== typed.toLowerCase())
      .slice(0, MOST);
  }
  const text = plain.toLowerCase();
  const names = operators
    .filter((one) => one.name.startsWith(text) || begins(one.label, text))
    .map((one) => ({
      text: `${sign}${one.name}:`,
      label: one.example ? `${one.label}, ${one.example}` : one.label,
    }));
  if (text.length < 2) return text === "" ? names : names.slice(0, MOST);
  const values = operators.flatMap((one) =>
    one.values
      .filter(({ label }) => begins(label, text))
      .map(({ value, label }) => ({
        text: sign + condition(one.name, value),
        label: `${one.label}: ${label}`,
      })),
  );
  return [...names, ...values].slice(0, MOST);
}
