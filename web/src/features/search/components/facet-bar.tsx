import { useTranslation } from "react-i18next";

import { condition, has, toggled } from "../question";
import styles from "./facet-bar.module.css";

export interface Facet {
  /** The operator that asks for it. */
  name: string;
  label: string;
  values: readonly { value: string; label: string; count: number }[];
}

interface Props {
  facets: readonly Facet[];
  question: string;
  onQuestion: (question: string) => void;
}

/** What was found by state, team, priority and organization: each narrows it, and widens it again. */
export function FacetBar({ facets, question, onQuestion }: Props) {
  const { t } = useTranslation("agent");
  return (
    <div className={styles.bar} role="group" aria-label={t("search.narrow")}>
      {facets.map(({ name, label, values }) => (
        <span key={name} className={styles.facet} role="group" aria-label={label}>
          <span className={styles.label} aria-hidden>
            {label}
          </span>
          {values.map(({ value, label: said, count }) => {
            const one = condition(name, value);
            return (
              <button
                key={value}
                type="button"
                className={styles.token}
                aria-pressed={has(question, one)}
                onClick={() => {
                  onQuestion(toggled(question, one));
                }}
              >
                <bdi>{said}</bdi> <span className={styles.count}>{count}</span>
              </button>
            );
          })}
        </span>
      ))}
    </div>
  );
}
