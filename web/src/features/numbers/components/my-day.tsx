import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useViewGroups } from "@/lib/desk/view-groups";

import styles from "./my-day.module.css";

/** What one has open now, by when it is due; each number leads to these tickets. */
export function MyDay() {
  const { t } = useTranslation(["settings", "agent"]);
  const parts = useViewGroups("mine", "due", "", false).data;
  if (parts === undefined) return null;
  return (
    <section className={styles.day} aria-label={t("settings:figures.myDay")}>
      <h2>{t("settings:figures.myDay")}</h2>
      {parts.length === 0 && <p>{t("settings:figures.nothingMine")}</p>}
      <ul>
        {parts.map(({ key, count }) => (
          <li key={key}>
            <Link
              to="/views/$viewId"
              params={{ viewId: "mine" }}
              search={{ by: "due", ...(key !== null && { part: key }) }}
            >
              {t(`agent:views.dues.${key as "past"}`)} <strong>{count}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
