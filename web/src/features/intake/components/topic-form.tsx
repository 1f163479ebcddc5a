import { Button, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { OrderedList } from "@/components/settings/ordered-list";
import styles from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";
import { useTicketFields } from "@/lib/ticket-fields";

import { isNew, newQuestion, type QuestionValue, type TopicValue } from "../topic-values";
import { inWords } from "../topics";
import { useQuestionWords } from "../question-words";
import { QuestionForm } from "./question-form";
import { ICONS, TopicIcon } from "./topic-icon";
import own from "./topics-form.module.css";
import { WordsInputs } from "./words-inputs";

interface Props {
  topic: TopicValue;
  name: string;
  place: string;
  refusals: Refusals;
  readOnly: boolean;
  onChange: (topic: TopicValue) => void;
  /** To see it beside. */
  onLook: () => void;
}

export function TopicForm({ topic, name, place, refusals, readOnly, onChange, onLook }: Props) {
  const { t, i18n } = useTranslation("settings");
  const { options, label } = useTicketFields();
  const sentence = useQuestionWords();
  const set = (part: Partial<TopicValue>) => {
    onChange({ ...topic, ...part });
  };
  const { questions } = topic;
  return (
    <>
      <WordsInputs
        label={t("topic.name")}
        value={topic.name}
        place={`${place}.name`}
        refusals={refusals}
        onChange={(words) => {
          set({ name: words });
        }}
      />
      <Button size="xs" variant="subtle" className={styles.start} onClick={onLook}>
        {t("topic.look")}
      </Button>
      {!isNew(topic.id) && <p className={own.about}>{t("topic.address", { address: `/new/${topic.id}` })}</p>}
      <div className={styles.row}>
        <Select
          label={t("topic.icon")}
          allowDeselect={false}
          leftSection={<TopicIcon icon={topic.icon ?? "question"} size={18} />}
          data={ICONS.map((icon) => ({ value: icon, label: t(`topic.icons.${icon}`) }))}
          renderOption={({ option }) => (
            <>
              <TopicIcon icon={option.value} size={18} />
              &nbsp;{option.label}
            </>
          )}
          value={topic.icon ?? "question"}
          onChange={(icon) => {
            if (icon !== null) set({ icon });
          }}
        />
        {(["kind", "category"] as const).map((field) => (
          <Select
            key={field}
            clearable
            label={label(field)}
            placeholder={t("topic.open")}
            data={options(field, [topic[field] ?? null])}
            value={topic[field] ?? null}
            {...refused(refusals, `${place}.${field}`)}
            onChange={(value) => {
              set({ [field]: value });
            }}
          />
        ))}
      </div>
      <Switch
        label={t("topic.asksAsset")}
        checked={topic.asks_asset ?? false}
        onChange={(event) => {
          set({ asks_asset: event.currentTarget.checked });
        }}
      />
      <h3 className={own.sub}>{t("topic.asked")}</h3>
      <OrderedList<QuestionValue>
        label={t("topic.askedOf", { name })}
        items={questions}
        titleOf={(question) => inWords(question.label, i18n.language) || t("topic.unnamed")}
        noteOf={(question) => sentence(question, questions)}
        refusedOf={(index) => refused(refusals, `${place}.questions[${index}]`)}
        addLabel={t("topic.addQuestion")}
        create={newQuestion}
        readOnly={readOnly}
        onChange={(next) => {
          set({ questions: next });
        }}
      >
        {(question, change, index) => (
          <QuestionForm
            question={question}
            earlier={questions.slice(0, index)}
            place={`${place}.questions[${index}]`}
            refusals={refusals}
            onChange={change}
          />
        )}
      </OrderedList>
    </>
  );
}
