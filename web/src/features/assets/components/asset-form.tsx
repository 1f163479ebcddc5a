import { Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { SCALE } from "@/api/types";
import { HINT_BELOW } from "@/components/hint-below";
import { SettingsForm } from "@/components/settings-form";
import styles from "@/components/settings-form.module.css";
import type { Edit } from "@/lib/edit";
import { refusalsOf, refused } from "@/lib/field-errors";
import { useWords } from "@/lib/words";

import type { AssetValues } from "../values";

interface Props {
  edit: Edit<AssetValues>;
  busy: boolean;
  error: unknown;
  onSave: () => void;
}

type TextPart = "name" | "type" | "tag" | "organization";
const LONGEST: Record<TextPart, number> = { name: 250, type: 60, tag: 100, organization: 128 };

export function AssetForm({ edit, busy, error, onSave }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const { value, change } = edit;
  const refusals = refusalsOf(error);
  const text = (name: TextPart, hint?: string) => (
    <TextInput
      label={t(`asset.${name}`)}
      inputWrapperOrder={HINT_BELOW}
      description={hint}
      required={name === "name" || name === "type"}
      maxLength={LONGEST[name]}
      value={value[name]}
      {...refused(refusals, name)}
      onChange={(event) => {
        change({ [name]: event.currentTarget.value });
      }}
    />
  );
  return (
    <SettingsForm
      edit={edit}
      busy={busy}
      error={error}
      refusals={refusals}
      partName={(key) => t(`asset.${key as "name"}`)}
      onSave={onSave}
    >
      <div className={styles.card}>
        <div className={styles.row}>
          {text("name")}
          {text("type", t("asset.typeHint"))}
          {text("tag", t("asset.tagHint"))}
          {text("organization", t("asset.organizationHint"))}
          <Select
            clearable
            label={t("asset.impact")}
            inputWrapperOrder={HINT_BELOW}
            description={t("asset.impactHint")}
            placeholder={t("asset.noImpact")}
            data={SCALE.map((scale) => ({ value: scale, label: words.scale(scale) }))}
            value={value.impact === "" ? null : value.impact}
            {...refused(refusals, "impact")}
            onChange={(impact) => {
              change({ impact: impact ?? "" });
            }}
          />
        </div>
        <Textarea
          label={t("asset.notes")}
          autosize
          minRows={2}
          maxLength={2000}
          value={value.notes}
          {...refused(refusals, "notes")}
          onChange={(event) => {
            change({ notes: event.currentTarget.value });
          }}
        />
        <Switch
          label={t("asset.retired")}
          description={t("asset.retiredHint")}
          checked={value.retired}
          onChange={(event) => {
            change({ retired: event.currentTarget.checked });
          }}
        />
      </div>
    </SettingsForm>
  );
}
