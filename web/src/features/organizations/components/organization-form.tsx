import { MultiSelect, TagsInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Organization } from "@/api/settings-types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { refused } from "@/lib/field-errors";
import { spokenLanguages } from "@/lib/languages-of-people";

import { useSaveOrganization } from "../api/save-organization";
import { organizationPlan, organizationValues, type OrganizationValues } from "../values";

interface Props {
  found: Organization;
  /** What a new one was begun with. */
  name: string | undefined;
}

export function OrganizationForm({ found, name }: Props) {
  const { t, i18n } = useTranslation("settings");
  const saving = useSaveOrganization(found.id);
  const begun = name === undefined ? undefined : { name };
  const form = useSettingsForm({
    found,
    valuesOf: organizationValues,
    planOf: organizationPlan,
    saving,
    begun,
  });
  const label = (name: keyof OrganizationValues) => t(`organization.${name}`);
  const { text, long } = settingsFields(form, label);
  const { value, change, refusals } = form;
  return (
    <SettingsForm form={form} partName={label}>
      <div className={styles.card}>
        <div className={styles.row}>
          {text("name", { required: true })}
          {text("plan", { hint: t("organization.planHint") })}
          <TagsInput
            label={label("domains")}
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
            label={label("languages")}
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
          {text("spoc_name", { place: "spoc.name" })}
          {text("spoc_email", { place: "spoc.email", type: "email" })}
        </div>
        {long("notes")}
      </section>
    </SettingsForm>
  );
}
