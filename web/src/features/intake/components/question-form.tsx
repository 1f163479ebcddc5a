import { MultiSelect, Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { RemoveRow, RowList } from "@/components/settings/row-list";
import styles from "@/components/settings/settings-form.module.css";
import { refused, refusedAt, type Refusals } from "@/lib/field-errors";

import { useAnswersOf } from "../question-words";
import { newChoice, type QuestionValue } from "../topic-values";
import { inWords } from "../topics";
import { Meaning } from "./meaning";
import own from "./topics-form.module.css";
import { WordsInputs } from "./words-inputs";

const TYPES = ["text", "long_text", "choice", "yes_no", "date", "number"] as const;

interface Props {
  question: QuestionValue;
  /** What it can depend on. */
  earlier: readonly QuestionValue[];
  place: string;
  refusals: Refusals;
  onChange: (question: QuestionValue) => void;
}

export function QuestionForm({ question, earlier, place, refusals, onChange }: Props) {
  const { t, i18n } = useTranslation("settings");
  const answersOf = useAnswersOf();
  const set = (part: Partial<QuestionValue>) => {
    onChange({ ...question, ...part });
  };
  const { when } = question;
  const deciding = earlier.filter((one) => answersOf(one).length > 0);
  const on = deciding.find(({ id }) => id === when?.question);
  const meaning = (answer: string, name: string) => (
    <Meaning
      name={name}
      value={question.means[answer] ?? {}}
      place={`${place}.means.${answer}`}
      refusals={refusals}
      onChange={(value) => {
        set({ means: { ...question.means, [answer]: value } });
      }}
    />
  );
  return (
    <>
      <WordsInputs
        label={t("topic.question")}
        value={question.label}
        place={`${place}.label`}
        refusals={refusals}
        onChange={(label) => {
          set({ label });
        }}
      />
      <WordsInputs
        label={t("topic.help")}
        required={false}
        value={question.help}
        place={`${place}.help`}
        refusals={refusals}
        onChange={(help) => {
          set({ help });
        }}
      />
      <div className={styles.row}>
        <Select
          label={t("topic.type")}
          allowDeselect={false}
          data={TYPES.map((value) => ({ value, label: t(`topic.types.${value}`) }))}
          value={question.type}
          onChange={(type) => {
            if (type !== null) set({ type });
          }}
        />
        <Switch
          label={t("topic.required")}
          checked={question.required}
          onChange={(event) => {
            set({ required: event.currentTarget.checked });
          }}
        />
      </div>
      {question.type === "choice" && (
        <>
          <RowList
            rows={question.choices}
            className={styles.rows}
            rowClass={own.choice}
            nameOf={({ name }) => inWords(name, i18n.language) || t("topic.unnamed")}
            add={{ label: t("topic.addChoice"), create: newChoice }}
            onChange={(choices) => {
              set({ choices });
            }}
          >
            {(choice, { index, set: change, remove }) => {
              const name = inWords(choice.name, i18n.language) || t("topic.unnamed");
              return (
                <>
                  <div>
                    <WordsInputs
                      label={t("topic.choice", { number: index + 1 })}
                      value={choice.name}
                      place={`${place}.choices[${index}].name`}
                      refusals={refusals}
                      onChange={(words) => {
                        change({ ...choice, name: words });
                      }}
                    />
                    {meaning(choice.id, name)}
                  </div>
                  <RemoveRow size="md" label={t("ordered.remove", { name })} onClick={remove} />
                </>
              );
            }}
          </RowList>
          {refusals.some((one) => one.place === `${place}.choices`) && (
            <p role="alert" data-place={`${place}.choices`}>
              {refusedAt(refusals, `${place}.choices`)}
            </p>
          )}
        </>
      )}
      {question.type === "yes_no" &&
        answersOf(question).map(({ value, label }) => <div key={value}>{meaning(value, label)}</div>)}
      {(deciding.length > 0 || when) && (
        <div className={styles.row}>
          <Select
            clearable
            label={t("topic.onlyIf")}
            placeholder={t("topic.always")}
            data={deciding.map(({ id, label }) => ({
              value: id,
              label: inWords(label, i18n.language) || t("topic.unnamed"),
            }))}
            value={on?.id ?? null}
            {...refused(refusals, `${place}.when.question`)}
            onChange={(id) => {
              set({ when: id === null ? null : { question: id, answers: [] } });
            }}
          />
          {when && on && (
            <MultiSelect
              label={t("topic.answered")}
              data={answersOf(on)}
              value={[...when.answers]}
              {...refused(refusals, `${place}.when.answers`)}
              onChange={(answers) => {
                set({ when: { ...when, answers } });
              }}
            />
          )}
        </div>
      )}
    </>
  );
}
