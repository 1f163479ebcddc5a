import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { ZoneSelect } from "@/components/settings/zone-select";
import { refused } from "@/lib/field-errors";
import { asLanguage, LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";
import { usePageTitle } from "@/lib/page-title";

import { useOwnLocale, useSaveOwnLocale } from "../api/own-locale";
import page from "./own.module.css";

interface OwnLocale {
  language: string;
  timezone: string;
  revision: number;
}

const OFFERED = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
const valuesOf = ({ language, timezone }: OwnLocale) => ({ language: asLanguage(language), timezone });

export function OwnPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("own.title"));
  return (
    <div className={page.page}>
      <SettingsHead title={t("own.title")}>{t("own.text")}</SettingsHead>
      <Loaded of={useOwnLocale()} lines={4}>
        {(found) => <OwnForm found={found} />}
      </Loaded>
    </div>
  );
}

function OwnForm({ found }: { found: OwnLocale }) {
  const { t } = useTranslation("settings");
  const saving = useSaveOwnLocale();
  const form = useSettingsForm({ found, valuesOf, planOf: (values) => values, saving });
  const label = (name: "language" | "timezone") => t(`own.${name}`);
  const { choice } = settingsFields(form, label);
  return (
    <SettingsForm form={form} partName={label}>
      <div className={styles.card}>
        <div className={styles.row}>
          {choice("language", OFFERED, { hint: t("own.languageHint") })}
          <ZoneSelect
            label={label("timezone")}
            value={form.value.timezone}
            {...refused(form.refusals, "timezone")}
            onChange={(timezone) => {
              form.change({ timezone });
            }}
          />
        </div>
      </div>
    </SettingsForm>
  );
}
