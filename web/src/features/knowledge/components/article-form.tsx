import { MultiSelect } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { AUDIENCES, CATEGORIES, LEVELS, type ArticleText, type WrittenArticle } from "@/api/types";
import { RichText, type RichTextHandle } from "@/components/rich-text/rich-text";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm, type SettingsFormState } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { useAllOrganizations } from "@/lib/desk/list-organizations";
import { refused, refusedAt } from "@/lib/field-errors";

import { articleText, articleValues, writtenOf, type ArticleValues } from "../values";
import { Beginnings } from "./beginnings";
import own from "./knowledge.module.css";

interface Props {
  found: WrittenArticle;
  saving: UseMutationResult<WrittenArticle, Error, { plan: ArticleText; revision: number }>;
  /** What can be done with it besides, which depends on how it is edited. */
  children?: (form: SettingsFormState<ArticleValues>) => ReactNode;
  /** It was saved, and nothing is typed since. */
  onSaved?: (saved: WrittenArticle) => void;
}

const noKeys = () => false;

export function ArticleForm({ found, saving, children, onSaved }: Props) {
  const { t } = useTranslation(["settings", "agent"]);
  const form = useSettingsForm({ found, valuesOf: articleValues, planOf: articleText, saving });
  const label = (name: keyof ArticleValues) => t(`settings:knowledge.${name}`);
  const { text, choice } = settingsFields(form, label);
  const { value, change, refusals } = form;
  const words = useRef<RichTextHandle>(null);
  const told = useRef(onSaved);
  const saved = form.edit.dirty ? undefined : saving.data;
  useEffect(() => {
    told.current = onSaved;
  }, [onSaved]);
  useEffect(() => {
    if (saved !== undefined) told.current?.(saved);
  }, [saved]);
  return (
    <SettingsForm form={form} partName={label}>
      <div className={styles.card}>
        {text("title", { required: true })}
        {value.words.text.trim() === "" && (
          <Beginnings
            language={found.text_language}
            onChoose={(body) => {
              change({ words: writtenOf(body) });
            }}
          />
        )}
        <div className={own.words} data-place="body" data-name={label("words")}>
          <RichText
            ref={words}
            label={label("words")}
            placeholder={t("settings:knowledge.placeholder")}
            error={refusedAt(refusals, "body") ?? null}
            value={value.words}
            onChange={(now) => {
              change({ words: now });
            }}
            onKey={noKeys}
          />
        </div>
      </div>
      <div className={styles.card}>
        <div className={styles.row}>
          {choice(
            "category",
            CATEGORIES.map((each) => ({ value: each, label: t(`agent:category.${each}`) })),
          )}
          {choice(
            "audience",
            AUDIENCES.map((each) => ({ value: each, label: t(`settings:knowledge.audiences.${each}`) })),
            { place: "visibility" },
          )}
          {value.audience === "organizations" && <Organizations {...{ form }} />}
          {value.audience === "staff" &&
            choice(
              "level",
              LEVELS.map((each) => ({
                value: each,
                label: t("settings:knowledge.fromLevel", { level: each }),
              })),
              { empty: t("settings:knowledge.allLevels"), place: "visibility.level" },
            )}
        </div>
      </div>
      {children?.(form)}
    </SettingsForm>
  );
}

function Organizations({ form: { value, change, refusals } }: { form: SettingsFormState<ArticleValues> }) {
  const { t } = useTranslation("settings");
  const known = useAllOrganizations().data ?? [];
  return (
    <MultiSelect
      searchable
      label={t("knowledge.organizations")}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value.organizations}
      {...refused(refusals, "visibility.organizations")}
      onChange={(organizations) => {
        change({ organizations });
      }}
    />
  );
}
