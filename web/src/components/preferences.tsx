import { useTranslation } from "react-i18next";

import { chooseScheme, useSchemeChoice, type SchemeChoice } from "@/lib/colour-scheme";
import { asLanguage, chooseLanguage, LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";

import styles from "./preferences.module.css";

const SCHEMES: readonly SchemeChoice[] = ["auto", "light", "dark"];

/** Language and appearance, as two small native selects: keyboard and screen reader for free. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const scheme = useSchemeChoice();
  return (
    <div className={styles.preferences}>
      <select
        aria-label={t("language")}
        className={styles.select}
        value={i18n.language}
        onChange={(event) => void chooseLanguage(asLanguage(event.target.value))}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
      <select
        aria-label={t("scheme.label")}
        className={styles.select}
        value={scheme}
        onChange={(event) => {
          chooseScheme(event.target.value as SchemeChoice);
        }}
      >
        {SCHEMES.map((choice) => (
          <option key={choice} value={choice}>
            {t(`scheme.${choice}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
