import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useChangeOwnSettings } from "@/lib/desk/own-settings";

import styles from "./composer.module.css";
import type { AfterSend } from "./send-button";

const WAYS = ["next", "list", "stay"] as const satisfies readonly AfterSend[];

/** Where one is led once the ticket moves on with what is sent: said beforehand, and chosen here. */
export function ThenChip({ then }: { then: AfterSend }) {
  const { t } = useTranslation("agent");
  const save = useChangeOwnSettings();
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <button type="button" className={styles.chip} title={t("composer.then.when")}>
          <span>{t(`composer.then.${then}`)}</span>
          <IconChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("composer.then.when")}</Menu.Label>
        <Menu.RadioGroup
          value={then}
          onChange={(way) => {
            save({ after_send: way as AfterSend });
          }}
        >
          {WAYS.map((way) => (
            <Menu.RadioItem key={way} value={way} closeMenuOnClick>
              {t(`composer.then.${way}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
