import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TopicSettings } from "@/api/settings-types";
import { OrderedList } from "@/components/settings/ordered-list";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/states";
import { Time } from "@/components/time";
import { useMe } from "@/lib/desk/get-me";
import { refused } from "@/lib/field-errors";

import { useSaveTopics } from "../api/topics";
import { newTopic, topicsPlan, topicValues, type TopicValue } from "../topic-values";
import { inWords } from "../topics";
import { TopicForm } from "./topic-form";
import { TopicPreview } from "./topic-preview";
import styles from "./topics-form.module.css";

/** What one can ask the desk about, in its order, with what each asks; beside it the form as people see it. */
export function TopicsForm({ found }: { found: TopicSettings }) {
  const { t, i18n } = useTranslation("settings");
  const readOnly = useMe().data?.role !== "admin";
  const form = useSettingsForm({
    found,
    valuesOf: topicValues,
    planOf: topicsPlan,
    saving: useSaveTopics(),
  });
  const { topics } = form.value;
  const [touched, setTouched] = useState<string | null>(null);
  const shown = topics.find(({ id }) => id === touched) ?? topics[0];
  const nameOf = ({ name }: TopicValue) => inWords(name, i18n.language) || t("topic.unnamed");
  return (
    <>
      <SettingsHead title={t("topic.title")}>
        {t("topic.text")}{" "}
        {found.saved_at !== null && (
          <>
            {t("topic.saved", { revision: found.revision })} <Time at={found.saved_at} />{" "}
          </>
        )}
        {readOnly && t("onlyAdmins")}
      </SettingsHead>
      {topics.length === 0 && <EmptyState title={t("topic.none")} text={t("topic.noneText")} />}
      <div className={styles.both}>
        <SettingsForm form={form} partName={() => t("topic.title")} readOnly={readOnly}>
          <OrderedList<TopicValue>
            label={t("topic.title")}
            items={topics}
            titleOf={nameOf}
            noteOf={({ questions }) => t("topic.questions", { count: questions.length })}
            refusedOf={(index) => refused(form.refusals, `topics[${index}]`)}
            addLabel={t("topic.add")}
            create={newTopic}
            readOnly={readOnly}
            onChange={(next) => {
              form.change({ topics: next });
            }}
          >
            {(topic, set, index) => (
              <TopicForm
                topic={topic}
                name={nameOf(topic)}
                place={`topics[${index}]`}
                refusals={form.refusals}
                readOnly={readOnly}
                onChange={(next) => {
                  setTouched(next.id);
                  set(next);
                }}
                onLook={() => {
                  setTouched(topic.id);
                }}
              />
            )}
          </OrderedList>
        </SettingsForm>
        {shown !== undefined && <TopicPreview key={shown.id} topic={shown} name={nameOf(shown)} />}
      </div>
    </>
  );
}
