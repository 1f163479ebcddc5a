import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import styles from "@/components/settings-form.module.css";
import { refused, type Refusals } from "@/lib/field-errors";
import { inDays, localInput, ownZone } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";
import { useRows } from "@/lib/rows";

import type { AbsenceValue } from "../person-values";
import type { MemberValue } from "../team-values";

interface Props {
  value: readonly AbsenceValue[];
  colleagues: readonly MemberValue[];
  refusals: Refusals;
  onChange: (value: AbsenceValue[]) => void;
}

const NOBODY = "";

export function Absences({ value, colleagues, refusals, onChange }: Props) {
  const { t } = useTranslation("settings");
  const [rowsRef, rows] = useRows<HTMLElement>();
  const set = (index: number, part: Partial<AbsenceValue>) => {
    onChange(value.map((absence, at) => (at === index ? { ...absence, ...part } : absence)));
  };
  const instant = (index: number, side: "start" | "end", shown: string) => (
    <TextInput
      type="datetime-local"
      label={t(`absence.${side}`)}
      value={shown}
      {...refused(refusals, `absences[${index}].${side}`)}
      onChange={(event) => {
        set(index, { [side]: event.currentTarget.value });
      }}
    />
  );
  return (
    <section ref={rowsRef} className={styles.card} aria-label={t("person.absences")}>
      <h2>{t("person.absences")}</h2>
      <p className={styles.hint}>{t("absence.hint", { zone: ownZone() })}</p>
      {value.map((absence, index) => (
        <div
          key={index}
          data-row
          className={styles.absence}
          role="group"
          aria-label={`${t("absence.one")} ${index + 1}`}
        >
          {instant(index, "start", absence.start)}
          {instant(index, "end", absence.end)}
          <Select
            label={t("absence.substitute")}
            searchable
            allowDeselect={false}
            data={[
              { value: NOBODY, label: t("absence.nobody") },
              ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={absence.substitute}
            {...refused(refusals, `absences[${index}].substitute`)}
            onChange={(substitute) => {
              set(index, { substitute: substitute ?? NOBODY });
            }}
          />
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t("absence.remove", { number: index + 1 })}
            onClick={() => {
              onChange(value.filter((_, at) => at !== index));
              rows.removed(index);
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        data-add
        size="xs"
        variant="default"
        className={styles.start}
        leftSection={<IconPlus size={14} />}
        onClick={() => {
          const now = new Date(productNow());
          onChange([
            ...value,
            { start: localInput(now), end: localInput(inDays(now.getTime(), 7, 8)), substitute: NOBODY },
          ]);
          rows.added();
        }}
      >
        {t("absence.add")}
      </Button>
    </section>
  );
}
