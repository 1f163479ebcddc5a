import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TopicValue } from "../topic-values";
import { inSight, type Given } from "../topics";
import { QuestionField } from "./question-field";
import { TopicIcon } from "./topic-icon";
import styles from "./topics-form.module.css";

const NOBODY: ReadonlySet<string> = new Set();

/** The questions as people see them; what is answered here is kept nowhere. */
export function TopicPreview({ topic, name }: { topic: TopicValue; name: string }) {
  const { t } = useTranslation("settings");
  const [given, setGiven] = useState<Given>({});
  const seen = {
    ...{ id: topic.id, name: topic.name, icon: topic.icon ?? "question", asks_asset: false },
    questions: topic.questions.map(({ when, ...question }) => ({ ...question, when: when ?? null })),
  } as const;
  const { questions, more } = inSight(seen, given, NOBODY);
  return (
    <section className={styles.preview} aria-label={t("topic.preview")}>
      <p className={styles.about}>{t("topic.preview")}</p>
      <h2>
        <TopicIcon icon={seen.icon} />
        <bdi>{name}</bdi>
      </h2>
      {questions.length === 0 && <p className={styles.about}>{t("topic.noQuestions")}</p>}
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          value={given[question.id]}
          error={undefined}
          onChange={(value) => {
            setGiven({ ...given, [question.id]: value });
          }}
        />
      ))}
      {more && <p className={styles.about}>{t("topic.moreLater")}</p>}
    </section>
  );
}
