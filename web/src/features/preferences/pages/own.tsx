import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { SettingsHead } from "@/components/settings/settings-page";
import { ZoneSelect } from "@/components/settings/zone-select";
import { WhenField } from "@/components/when/when-field";
import { refused } from "@/lib/field-errors";
import { asLanguage, LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";
import { usePageTitle } from "@/lib/page-title";

import { useOwn, useSaveOwn, type Own } from "../api/own";
import { WaysTable } from "../components/ways-table";
import { hasDigest, planOf, START_PAGES, UNDO_SEND, valuesOf, type OwnValues } from "../values";
import page from "./own.module.css";

const OFFERED = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

const shownOf = (found: Own): OwnValues => {
  const values = valuesOf(found);
  return { ...values, language: asLanguage(values.language) };
};

export function OwnPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("settings");
  usePageTitle(t("own.title"));
  return (
    <div className={page.page}>
      <SettingsHead title={t("own.title")}>{t("own.text")}</SettingsHead>
      <Loaded of={useOwn()} lines={8}>
        {(found) => <OwnForm found={found} />}
      </Loaded>
      {children}
    </div>
  );
}

function OwnForm({ found }: { found: Own }) {
  const { t } = useTranslation("settings");
  const saving = useSaveOwn();
  const form = useSettingsForm({ found, valuesOf: shownOf, planOf, saving });
  const { value, change, refusals } = form;
  const label = (name: keyof OwnValues) => t(`own.${name}`);
  const { choice, flag, long } = settingsFields(form, label);
  return (
    <SettingsForm form={form} partName={label}>
      <div className={styles.card}>
        <h2>{t("own.mails")}</h2>
        <div className={styles.row}>
          {choice("language", OFFERED, { hint: t("own.languageHint") })}
          <ZoneSelect
            label={label("timezone")}
            value={value.timezone}
            {...refused(refusals, "timezone")}
            onChange={(timezone) => {
              change({ timezone });
            }}
          />
        </div>
        {long("signature", { rows: 2, most: 1000, hint: t("own.signatureHint") })}
      </div>
      <div className={styles.card}>
        <h2>{t("own.work")}</h2>
        {choice(
          "start_page",
          START_PAGES.map((value) => ({ value, label: t(`own.page.${value}`) })),
        )}
        {choice(
          "undo_send",
          UNDO_SEND.map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t("own.undoOff") : t("own.undoSeconds", { seconds }),
          })),
          { hint: t("own.undoHint") },
        )}
        {flag("single_keys", t("own.singleKeysHint"))}
      </div>
      <div className={styles.card}>
        <h2>{label("notifications")}</h2>
        <WaysTable
          value={value.notifications}
          onChange={(notifications) => {
            change({ notifications });
          }}
        />
        {hasDigest(value.notifications) && (
          <div className={styles.row}>
            <WhenField
              kind="time"
              label={label("digest_at")}
              inputWrapperOrder={HINT_BELOW}
              description={t("own.digestHint")}
              value={value.digest_at}
              {...refused(refusals, "digest_at")}
              onChange={(digest_at) => {
                change({ digest_at });
              }}
            />
          </div>
        )}
      </div>
      <div className={styles.card}>
        <h2>{t("own.quietHours")}</h2>
        {flag("quiet", t("own.quietHint"))}
        {value.quiet && (
          <div className={styles.row}>
            {(["start", "end"] as const).map((part) => (
              <WhenField
                key={part}
                kind="time"
                label={label(part)}
                value={value[part]}
                {...refused(refusals, `quiet_hours.${part}`)}
                onChange={(time) => {
                  change({ [part]: time });
                }}
              />
            ))}
          </div>
        )}
      </div>
    </SettingsForm>
  );
}
