/** What may answer somebody while they type on the portal's first page. */
import type { Topic } from "@/api/types";

import { inWords } from "./topics";

export interface Found {
  key: string;
  words: string;
  /** Where it leads. */
  to: string;
}

/** One kind of things that may answer. Others join as sources of their own. */
export interface Source {
  id: "topics" | "ask";
  find: (words: string) => readonly Found[];
}

/** From so many letters on there are answers. */
export const ANSWERED_FROM = 2;
const MOST_TOPICS = 3;

/** One form of words in which they are compared. */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** A name says more of a topic than what it asks. */
const NAMED = 3;

function hits(topic: Topic, wanted: readonly string[], language: string): number {
  const name = folded(inWords(topic.name, language));
  const asks = topic.questions
    .flatMap(({ label, choices }) => [label, ...choices.map((choice) => choice.name)])
    .map((words) => folded(inWords(words, language)));
  return wanted.reduce((sum, word) => {
    if (name.includes(word)) return sum + NAMED;
    return sum + Number(asks.some((words) => words.includes(word)));
  }, 0);
}

export const topicSource = (topics: readonly Topic[], language: string): Source => ({
  id: "topics",
  find: (typed) => {
    const wanted = folded(typed)
      .split(/\s+/)
      .filter((word) => word.length >= ANSWERED_FROM);
    return topics
      .map((topic) => ({ topic, count: hits(topic, wanted, language) }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count)
      .slice(0, MOST_TOPICS)
      .map(({ topic }) => ({
        key: `topic-${topic.id}`,
        words: inWords(topic.name, language),
        to: `/new/${topic.id}`,
      }));
  },
});

/** Writing to us: always there, and always last. */
export const askSource: Source = {
  id: "ask",
  find: (words) => [{ key: "ask", words: words.trim(), to: "/new" }],
};

const LONGEST_SUBJECT = 80;

/** What was typed there, as the beginning of a request: a long text is its description, and gives the subject. */
export function carried(
  typed: string,
  before: { description?: string },
): { subject?: string; description?: string } {
  const words = typed.trim().replaceAll(/\s+/g, " ");
  if (words === "") return {};
  if (words.length <= LONGEST_SUBJECT) return { subject: words };
  const cut = words.slice(0, LONGEST_SUBJECT);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST_SUBJECT / 2));
  return {
    subject: `${whole} …`,
    ...((before.description ?? "") === "" ? { description: words } : {}),
  };
}
