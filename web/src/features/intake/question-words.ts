import { useTranslation } from "react-i18next";

import type { QuestionValue } from "./topic-values";
import { inWords } from "./topics";

/** What others can depend on: its choices, or yes and no. */
export function useAnswersOf() {
  const { t, i18n } = useTranslation(["settings", "common"]);
  return ({ type, choices }: QuestionValue): { value: string; label: string }[] => {
    if (type === "yes_no")
      return [
        { value: "yes", label: t("common:yes") },
        { value: "no", label: t("common:no") },
      ];
    if (type !== "choice") return [];
    return choices.map(({ id, name }) => ({
      value: id,
      label: inWords(name, i18n.language) || t("settings:topic.unnamed"),
    }));
  };
}

/** A question in a sentence: how it is answered, whether it must be, and when it is asked. */
export function useQuestionWords() {
  const { t, i18n } = useTranslation("settings");
  const answersOf = useAnswersOf();
  return (question: QuestionValue, all: readonly QuestionValue[]): string => {
    const { type, required, when } = question;
    const how = t(`topic.types.${type}`);
    const must = t(required ? "topic.must" : "topic.may");
    const on = when && all.find(({ id }) => id === when.question);
    if (!on) return `${how}, ${must}.`;
    const labels = answersOf(on)
      .filter(({ value }) => when.answers.includes(value))
      .map(({ label }) => `“${label}”`);
    const answers = new Intl.ListFormat(i18n.language, { type: "disjunction" }).format(labels);
    const asked = t("topic.when", { question: inWords(on.label, i18n.language), answers });
    return `${how}, ${must}, ${asked}.`;
  };
}
