import { MultiSelect, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { HINT_BELOW } from "@/components/hint-below";
import { SettingsForm } from "@/components/settings-form";
import styles from "@/components/settings-form.module.css";
import type { Edit } from "@/lib/edit";
import { refusalsOf, refused } from "@/lib/field-errors";
import { spokenLanguages } from "@/lib/languages-of-people";

import type { OrganizationValues } from "../values";

interface Props {
  edit: Edit<OrganizationValues>;
  busy: boolean;
  error: unknown;
  onSave: () => void;
}

export function OrganizationForm({ edit, busy, error, onSave }: Props) {
  const { t, i18n } = useTranslation("settings");
  const { value, change } = edit;
  const refusals = refusalsOf(error);
  const text = (name: "name" | "plan" | "spoc_name" | "spoc_email", place: string, hint?: string) => (
    <TextInput
      label={t(`organization.${name}`)}
      inputWrapperOrder={HINT_BELOW}
      description={hint}
      type={name === "spoc_email" ? "email" : "text"}
      required={name === "name"}
      maxLength={250}
      value={value[name]}
      {...refused(refusals, place)}
      onChange={(event) => {
        change({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <SettingsForm
      edit={edit}
      busy={busy}
      error={error}
      refusals={refusals}
      partName={(key) => t(`organization.${key as "name"}`)}
      onSave={onSave}
    >
      <div className={styles.card}>
        <div className={styles.row}>
          {text("name", "name")}
          {text("plan", "plan", t("organization.planHint"))}
          <TagsInput
            label={t("organization.domains")}
            inputWrapperOrder={HINT_BELOW}
            description={t("organization.domainsHint")}
            value={value.domains}
            {...refused(refusals, "domains")}
            onChange={(domains) => {
              change({ domains });
            }}
          />
          <MultiSelect
            searchable
            label={t("organization.languages")}
            data={spokenLanguages(i18n.language, value.languages)}
            value={value.languages}
            {...refused(refusals, "languages")}
            onChange={(languages) => {
              change({ languages });
            }}
          />
        </div>
      </div>
      <section className={styles.card} aria-label={t("organization.spoc")}>
        <h2>{t("organization.spoc")}</h2>
        <div className={styles.row}>
          {text("spoc_name", "spoc.name")}
          {text("spoc_email", "spoc.email")}
        </div>
        <Textarea
          label={t("organization.notes")}
          autosize
          minRows={2}
          maxLength={2000}
          value={value.notes}
          {...refused(refusals, "notes")}
          onChange={(event) => {
            change({ notes: event.currentTarget.value });
          }}
        />
      </section>
    </SettingsForm>
  );
}
