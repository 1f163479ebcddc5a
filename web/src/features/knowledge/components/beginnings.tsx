import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";

import styles from "@/components/settings/settings-form.module.css";

import { useTemplates } from "../api/written";

interface Props {
  language: string;
  onChoose: (body: string) => void;
}

/** For a text that has no words yet: what others of its kind say, head by head. */
export function Beginnings({ language, onChoose }: Props) {
  const { t } = useTranslation("settings");
  const templates = useTemplates(language).data?.items ?? [];
  if (templates.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t("knowledge.begin")}>
      <span className={styles.hint}>{t("knowledge.begin")}</span>
      {templates.map(({ template, body }) => (
        <Button
          key={template}
          size="compact-sm"
          variant="default"
          onClick={() => {
            onChoose(body);
          }}
        >
          {t(`knowledge.templates.${template}`)}
        </Button>
      ))}
    </Group>
  );
}
