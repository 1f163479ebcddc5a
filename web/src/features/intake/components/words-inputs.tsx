import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import styles from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";
import { LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";

interface Props {
  label: string;
  value: Readonly<Record<string, string>>;
  place: string;
  refusals: Refusals;
  required?: boolean;
  onChange: (value: Record<string, string>) => void;
}

/** The same in every language of the form. */
export function WordsInputs({ label, value, place, refusals, required = true, onChange }: Props) {
  const { t } = useTranslation("settings");
  return (
    <div className={styles.row}>
      {LANGUAGES.map((language) => (
        <TextInput
          key={language}
          label={t("topic.inLanguage", { label, language: LANGUAGE_NAMES[language] })}
          lang={language}
          required={required}
          maxLength={250}
          value={value[language] ?? ""}
          {...refused(refusals, `${place}.${language}`)}
          onChange={(event) => {
            onChange({ ...value, [language]: event.currentTarget.value });
          }}
        />
      ))}
    </div>
  );
}
