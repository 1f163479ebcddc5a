import { useTranslation } from "react-i18next";

import { RemoveRow, RowList } from "@/components/settings/row-list";
import styles from "@/components/settings/settings-form.module.css";
import { WhenField } from "@/components/when/when-field";
import { refused, type Refusals } from "@/lib/field-errors";
import { inDays, localInput, ownZone } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";

import { NOBODY, type AbsenceValue } from "../person-values";
import type { MemberValue } from "../team-values";
import { SubstituteSelect } from "./substitute-select";

interface Props {
  value: readonly AbsenceValue[];
  colleagues: readonly MemberValue[];
  refusals: Refusals;
  onChange: (value: AbsenceValue[]) => void;
}

export function Absences({ value, colleagues, refusals, onChange }: Props) {
  const { t } = useTranslation("settings");
  const create = (): AbsenceValue => {
    const now = new Date(productNow());
    return { start: localInput(now), end: localInput(inDays(now.getTime(), 7, 8)), substitute: NOBODY };
  };
  return (
    <section className={styles.card} aria-label={t("person.absences")}>
      <h2>{t("person.absences")}</h2>
      <p className={styles.hint}>{t("absence.hint", { zone: ownZone() })}</p>
      <RowList
        className={styles.rows}
        rowClass={styles.absence}
        rows={value}
        nameOf={(_, index) => `${t("absence.one")} ${index + 1}`}
        add={{ label: t("absence.add"), create }}
        onChange={onChange}
      >
        {(absence, { index, set, remove }) => (
          <>
            {(["start", "end"] as const).map((side) => (
              <WhenField
                key={side}
                kind="instant"
                label={t(`absence.${side}`)}
                value={absence[side]}
                {...refused(refusals, `absences[${index}].${side}`)}
                onChange={(when) => {
                  set({ ...absence, [side]: when });
                }}
              />
            ))}
            <SubstituteSelect
              colleagues={colleagues}
              value={absence.substitute}
              {...refused(refusals, `absences[${index}].substitute`)}
              onChange={(substitute) => {
                set({ ...absence, substitute });
              }}
            />
            <RemoveRow label={t("absence.remove", { number: index + 1 })} onClick={remove} />
          </>
        )}
      </RowList>
    </section>
  );
}
