/** Topics as they are edited. What is new has a key of its own until it is saved; then its id is made from its name. */
import type { TopicPlan } from "@/api/settings-types";
import { madeId } from "@/lib/made-ids";

type Plan<K extends keyof TopicPlan> = NonNullable<TopicPlan[K]>;
type QuestionPlan = Plan<"questions">[number];

export type TopicValue = Omit<TopicPlan, "questions"> & { questions: QuestionValue[] };
export type QuestionValue = Required<Omit<QuestionPlan, "when">> & { when: QuestionPlan["when"] };
export type MeaningValue = QuestionValue["means"][string];

const NEW = "~";
let made = 0;
const newKey = (): string => `${NEW}${++made}`;
export const isNew = (id: string): boolean => id.startsWith(NEW);

export const newTopic = (): TopicValue => ({
  ...{ id: newKey(), name: {}, icon: "question", kind: null, category: null, asks_asset: false },
  questions: [],
});

export const newQuestion = (): QuestionValue => ({
  ...{ id: newKey(), type: "text", label: {}, help: {}, required: false, choices: [], when: null, means: {} },
});

export const newChoice = () => ({ id: newKey(), name: {} });

export const topicValues = ({ topics }: { topics: readonly TopicPlan[] }): { topics: TopicValue[] } => ({
  topics: topics.map((topic) => ({
    ...topic,
    questions: (topic.questions ?? []).map((question) => ({
      ...{ help: {}, required: false, choices: [], when: null, means: {} },
      ...question,
    })),
  })),
});

type Words = Readonly<Record<string, string>>;

/** What was emptied says nothing. */
const said = (words: Words): Record<string, string> =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ""));

/** Ids by keys: those that are known stay, others are made from words, none twice. */
function idsOf(items: readonly { id: string; words: Words }[], fallback: string): Map<string, string> {
  const ids = new Map(items.filter(({ id }) => !isNew(id)).map(({ id }) => [id, id]));
  const taken = new Set(ids.values());
  for (const { id, words } of items) {
    if (!isNew(id)) continue;
    const free = madeId(words.en ?? Object.values(words)[0] ?? "", fallback, [...taken]);
    taken.add(free);
    ids.set(id, free);
  }
  return ids;
}

function questionPlan(
  question: QuestionValue,
  id: string,
  ids: ReadonlyMap<string, string>,
  answers: Answers,
) {
  const own = answers(question.id);
  const means = Object.entries(question.means).filter(([answer]) => own.has(answer));
  const { when } = question;
  return {
    ...question,
    id,
    help: said(question.help),
    choices:
      question.type === "choice"
        ? question.choices.map((choice) => ({ ...choice, id: own.get(choice.id) ?? choice.id }))
        : [],
    means: Object.fromEntries(means.map(([answer, meaning]) => [own.get(answer) ?? answer, meaning])),
    when: when && {
      question: ids.get(when.question) ?? when.question,
      answers: when.answers.map((answer) => answers(when.question).get(answer) ?? answer),
    },
  };
}

type Answers = (question: string) => ReadonlyMap<string, string>;

const YES_NO = new Map([
  ["yes", "yes"],
  ["no", "no"],
]);

function topicPlan(topic: TopicValue, id: string): TopicPlan {
  const { questions } = topic;
  const ids = idsOf(
    questions.map((question) => ({ id: question.id, words: question.label })),
    "question",
  );
  const answers: Answers = (key) => {
    const question = questions.find((one) => one.id === key);
    if (question?.type === "yes_no") return YES_NO;
    if (question?.type !== "choice") return new Map();
    return idsOf(
      question.choices.map((choice) => ({ id: choice.id, words: choice.name })),
      "answer",
    );
  };
  return {
    ...topic,
    id,
    questions: questions.map((one) => questionPlan(one, ids.get(one.id) ?? one.id, ids, answers)),
  };
}

export const topicsPlan = ({ topics }: { topics: readonly TopicValue[] }): { topics: TopicPlan[] } => {
  const ids = idsOf(
    topics.map(({ id, name }) => ({ id, words: name })),
    "topic",
  );
  return { topics: topics.map((topic) => topicPlan(topic, ids.get(topic.id) ?? topic.id)) };
};
