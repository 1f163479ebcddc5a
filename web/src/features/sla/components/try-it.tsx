import { Select, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { SlaDocument, SlaDryRun } from "@/api/settings-types";
import { Refused } from "@/components/refused";
import { useConditions } from "@/components/settings/conditions";
import settingsForm from "@/components/settings/settings-form.module.css";
import { useSettled } from "@/components/settings/trial";

import { useSlaDryRun } from "../api/try-sla";
import type { SlaSentences } from "../sentences";
import styles from "./sla.module.css";
import { Tried } from "./tried";

interface Props {
  /** The settings as they stand in the form, saved or not. */
  document: SlaDocument;
  said: SlaSentences;
}

const CHOSEN = ["priority", "level", "team", "kind", "organization", "category", "channel"] as const;
/** A ticket always has these. */
const ALWAYS: ReadonlySet<string> = new Set(["priority", "level", "kind"]);
const FIRST = { priority: "P3", level: "L1", kind: "incident" };
const MOST_OFFERED = 100;

/** What is promised to a ticket and what is done while nobody answers: it follows each change of the settings. */
export function TryIt({ document, said }: Props) {
  const { t } = useTranslation("settings");
  const conditions = useConditions();
  const [facts, setFacts] = useState<Partial<Record<(typeof CHOSEN)[number], string | null>>>(FIRST);
  const [plan, setPlan] = useState("");
  const [tags, setTags] = useState<string[]>([]);
  const ticket = { ...facts, ...(plan.trim() !== "" && { plan }), tags } as SlaDryRun["ticket"];
  const trying = useSlaDryRun(useSettled({ document, ticket }));
  return (
    <section className={settingsForm.card} aria-label={t("trial.title")}>
      <h2>{t("trial.title")}</h2>
      <p className={settingsForm.hint}>{t("trial.hint")}</p>
      <div className={styles.facts}>
        {CHOSEN.map((key) => (
          <Select
            key={key}
            size="sm"
            label={t(`asked.${key}`)}
            searchable={key === "organization" || key === "team"}
            limit={MOST_OFFERED}
            allowDeselect={false}
            clearable={!ALWAYS.has(key)}
            data={[...(conditions.field(key).options ?? [])]}
            value={facts[key] ?? null}
            onChange={(value) => {
              setFacts({ ...facts, [key]: value });
            }}
          />
        ))}
        <TextInput
          size="sm"
          label={t("asked.plan")}
          maxLength={250}
          value={plan}
          onChange={(event) => {
            setPlan(event.currentTarget.value);
          }}
        />
        <TagsInput size="sm" label={t("asked.tag")} maxTags={100} value={tags} onChange={setTags} />
      </div>
      <Refused places error={trying.error} />
      <div role="status">{trying.data !== undefined && <Tried found={trying.data} said={said} />}</div>
    </section>
  );
}
