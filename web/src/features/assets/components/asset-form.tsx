import { useTranslation } from "react-i18next";

import type { Asset } from "@/api/settings-types";
import { SCALE } from "@/api/types";
import { settingsFields } from "@/components/settings/settings-fields";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import styles from "@/components/settings/settings-form.module.css";
import { useAllOrganizations } from "@/lib/desk/list-organizations";
import { useWords } from "@/lib/words";

import { useSaveAsset } from "../api/save-asset";
import { assetPlan, assetValues, type AssetValues } from "../values";

/** Also the one it has, while its name is not known. */
const choices = (named: readonly { id: string; name: string }[], held: string | null) => [
  ...named.map(({ id, name }) => ({ value: id, label: name })),
  ...(held === null || named.some(({ id }) => id === held) ? [] : [{ value: held, label: held }]),
];

interface Props {
  found: Asset;
  /** What a new one was begun with. */
  name: string | undefined;
}

export function AssetForm({ found, name }: Props) {
  const { t } = useTranslation("settings");
  const words = useWords();
  const saving = useSaveAsset(found.id);
  const begun = name === undefined ? undefined : { name };
  const form = useSettingsForm({ found, valuesOf: assetValues, planOf: assetPlan, saving, begun });
  const label = (name: keyof AssetValues) => t(`asset.${name}`);
  const { text, long, choice, flag } = settingsFields(form, label);
  const organizations = choices(useAllOrganizations().data ?? [], found.organization);
  const impacts = SCALE.map((scale) => ({ value: scale, label: words.scale(scale) }));
  return (
    <SettingsForm form={form} partName={label}>
      <div className={styles.card}>
        <div className={styles.row}>
          {text("name", { required: true })}
          {text("type", { required: true, most: 60, hint: t("asset.typeHint") })}
          {text("tag", { most: 100, hint: t("asset.tagHint") })}
          {choice("organization", organizations, { empty: t("asset.noOrganization"), searchable: true })}
          {choice("impact", impacts, { empty: t("asset.noImpact"), hint: t("asset.impactHint") })}
        </div>
        {long("notes")}
        {flag("retired", t("asset.retiredHint"))}
      </div>
    </SettingsForm>
  );
}
