import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import type { ExportPlan } from "@/api/types";
import { useComplain } from "@/components/notify";
import { askExport } from "@/lib/desk/exports";

const FORMATS = ["xlsx", "csv"] as const;

/** All that a list has, as a file. */
export function ExportMenu({ of }: { of: Omit<ExportPlan, "format"> }) {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const complain = useComplain();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} aria-hidden />}>
          <span data-word>{t("exports.button")}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => {
              askExport(client, { ...of, format }).catch(complain);
            }}
          >
            {t(`exports.formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
