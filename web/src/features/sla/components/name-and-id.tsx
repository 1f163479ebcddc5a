import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { HINT_BELOW } from "@/components/settings/hint-below";
import styles from "@/components/settings/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";

interface Props {
  file: { id?: unknown; name?: unknown };
  onChange: (part: { id?: string; name?: string }) => void;
  place: string;
  refusals: Refusals;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** How a calendar, a policy or a ladder is called by people and by the others. */
export function NameAndId({ file, onChange, place, refusals }: Props) {
  const { t } = useTranslation("settings");
  const field = (name: "id" | "name", hint?: string) => (
    <TextInput
      label={t(`sla.${name}`)}
      inputWrapperOrder={HINT_BELOW}
      description={hint}
      required={name === "id"}
      value={text(file[name])}
      {...refused(refusals, `${place}.${name}`)}
      onChange={(event) => {
        onChange({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <div className={styles.row}>
      {field("name")}
      {field("id", t("idHint"))}
    </div>
  );
}
