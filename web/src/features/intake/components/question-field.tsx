import { useTranslation } from "react-i18next";

import type { Question } from "@/api/types";
import { DayField } from "@/components/day-field";
import { ChoiceField, SelectField, TextArea, TextField } from "@/components/field";

import { inWords, type AnswerValue } from "../topics";

/** With more, a list is shorter than a row for each. */
const MOST_IN_ROWS = 7;

interface Props {
  question: Question;
  value: AnswerValue | undefined;
  error: string | undefined;
  onChange: (value: AnswerValue) => void;
}

/** A question of a topic, asked as its kind of answer is given. */
export function QuestionField({ question, value, error, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const words = (by: Readonly<Record<string, string>>) => inWords(by, i18n.language);
  const help = words(question.help);
  const common = {
    "data-place": `answers.${question.id}`,
    name: `answers.${question.id}`,
    hint: help === "" ? undefined : help,
    error,
    required: question.required,
    optional: question.required ? undefined : t("optional"),
  };
  const label = words(question.label);
  const typed = {
    ...common,
    label,
    value: value === undefined ? "" : String(value),
    onChange: (event: { target: { value: string } }) => {
      onChange(event.target.value);
    },
  };
  const choices = question.choices.map(({ id, name }) => ({ value: id, label: words(name) }));
  switch (question.type) {
    case "long_text":
      return <TextArea {...typed} rows={3} maxLength={4000} />;
    case "date":
      return <DayField {...common} label={label} value={typed.value} onChange={onChange} />;
    case "number":
      return <TextField {...typed} inputMode="decimal" autoComplete="off" maxLength={20} />;
    case "yes_no":
      return (
        <ChoiceField
          {...common}
          legend={label}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
          value={value === undefined ? "" : value === true ? "yes" : "no"}
          onChange={(chosen) => {
            onChange(chosen === "yes");
          }}
        />
      );
    case "choice":
      if (choices.length <= MOST_IN_ROWS)
        return (
          <ChoiceField {...common} legend={label} options={choices} value={typed.value} onChange={onChange} />
        );
      return (
        <SelectField {...typed}>
          <option value="">{t("pleaseChoose")}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </SelectField>
      );
    default:
      return <TextField {...typed} autoComplete="off" maxLength={250} />;
  }
}
