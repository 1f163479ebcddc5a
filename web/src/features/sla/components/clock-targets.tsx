import { Select } from "@mantine/core";
import { useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { TargetFile, TargetsFile } from "@/api/settings-types";
import { PRIORITIES } from "@/api/types";
import { SpanInput } from "@/components/settings/span-input";
import { refused, type Refusals } from "@/lib/field-errors";
import { without } from "@/lib/without";
import { useWords } from "@/lib/words";

import { ANY } from "../values";
import styles from "./sla.module.css";

interface Props {
  name: string;
  value: TargetsFile;
  place: string;
  refusals: Refusals;
  /** What may be done with the whole of it. */
  children?: ReactNode;
  onChange: (value: TargetsFile) => void;
}

/** One promise for each priority; a field left empty promises nothing. */
export function ClockTargets({ name, value, place, refusals, children, onChange }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  // A field that is emptied to be written anew keeps how it counts.
  const emptied = useRef<Record<string, TargetFile | undefined>>({});
  return (
    <fieldset data-row className={styles.clock}>
      <legend>
        <bdi>{name}</bdi>
      </legend>
      {[...PRIORITIES, ANY].map((priority) => {
        const target = value[priority];
        const label = priority === ANY ? t("policy.any") : `${priority} ${words.priority(priority)}`;
        return (
          <div key={priority} className={styles.target}>
            <span>{priority === ANY ? t("policy.any") : priority}</span>
            <SpanInput
              hidden
              label={`${name}, ${label}`}
              placeholder="4 h"
              value={target?.seconds}
              {...refused(refusals, `${place}.${priority}`)}
              onChange={(seconds) => {
                const others = without(value, priority);
                if (seconds === undefined) emptied.current[priority] = target;
                const before = target ?? emptied.current[priority];
                onChange(seconds === undefined ? others : { ...value, [priority]: { ...before, seconds } });
              }}
            />
            {target !== undefined && (
              <Select
                size="sm"
                aria-label={t("policy.counts", { what: `${name}, ${label}` })}
                allowDeselect={false}
                data={[
                  { value: "business", label: t("policy.business") },
                  { value: "plain", label: t("policy.plain") },
                ]}
                value={target.business === false ? "plain" : "business"}
                onChange={(counts) => {
                  const next = { ...target, business: counts === "plain" ? false : undefined };
                  onChange({ ...value, [priority]: next });
                }}
              />
            )}
          </div>
        );
      })}
      {children}
    </fieldset>
  );
}
