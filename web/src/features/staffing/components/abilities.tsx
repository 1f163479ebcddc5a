import { Checkbox, Group, MultiSelect, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { LEVELS } from "@/api/types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import { RemoveRow, RowList } from "@/components/settings/row-list";
import styles from "@/components/settings/settings-form.module.css";
import { refused } from "@/lib/field-errors";
import { spokenLanguages } from "@/lib/languages-of-people";
import { useWords } from "@/lib/words";

import type { PartProps } from "../person-values";

const GRADES = [1, 2, 3, 4, 5];

export function Abilities({ value, change, refusals }: PartProps) {
  const { t, i18n } = useTranslation("settings");
  const words = useWords();
  return (
    <section className={styles.card} aria-label={t("person.abilities")}>
      <h2>{t("person.abilities")}</h2>
      <div className={styles.row}>
        <Checkbox.Group
          label={t("person.levels")}
          inputWrapperOrder={HINT_BELOW}
          description={t("personHint.levels")}
          value={value.levels}
          onChange={(levels) => {
            change({ levels: LEVELS.filter((level) => (levels as string[]).includes(level)) });
          }}
        >
          <Group my="xs">
            {LEVELS.map((level) => (
              <Checkbox key={level} value={level} label={`${level} ${words.level(level)}`} />
            ))}
          </Group>
        </Checkbox.Group>
        <MultiSelect
          searchable
          label={t("person.languages")}
          inputWrapperOrder={HINT_BELOW}
          description={t("personHint.languages")}
          data={spokenLanguages(i18n.language, value.languages)}
          value={value.languages}
          {...refused(refusals, "languages")}
          onChange={(languages) => {
            change({ languages });
          }}
        />
      </div>
      <h3>{t("person.skills")}</h3>
      <Skills value={value} change={change} refusals={refusals} />
    </section>
  );
}

function Skills({ value, change, refusals }: PartProps) {
  const { t } = useTranslation("settings");
  return (
    <RowList
      className={styles.fields}
      rowClass={styles.skill}
      rows={value.skills}
      nameOf={({ name }) => name}
      add={{ label: t("skill.add"), create: () => ({ name: "", grade: 3 }) }}
      onChange={(skills) => {
        change({ skills });
      }}
    >
      {(skill, { set, remove }) => (
        <>
          <TextInput
            label={t("skill.name")}
            maxLength={60}
            value={skill.name}
            {...(skill.name === "" ? {} : refused(refusals, `skills.${skill.name}`))}
            onChange={(event) => {
              set({ ...skill, name: event.currentTarget.value });
            }}
          />
          <Select
            label={t("skill.grade")}
            allowDeselect={false}
            data={GRADES.map((grade) => ({ value: String(grade), label: `${grade} ${"●".repeat(grade)}` }))}
            value={String(skill.grade)}
            onChange={(grade) => {
              set({ ...skill, grade: Number(grade) });
            }}
          />
          <RemoveRow label={t("skill.remove", { name: skill.name })} onClick={remove} />
        </>
      )}
    </RowList>
  );
}
