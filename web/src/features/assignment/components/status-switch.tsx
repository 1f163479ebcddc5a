import { Menu } from "@mantine/core";
import { IconCheck, IconChevronUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { STATUSES, type Presence } from "@/api/types";
import { useComplain } from "@/components/notify";

import { useMyStatus, useSetMyStatus } from "../api/my-status";
import styles from "./status-switch.module.css";

/** Why it is so: set by hand, or because the person was not seen; nobody has to set anything. */
function sourceOf({ status, chosen, seen_at }: Presence): "hand" | "presence" | "usual" {
  if (status !== chosen) return "presence";
  return seen_at === null ? "usual" : "hand";
}

/** How the signed-in agent can be reached; who is not available is given nothing. */
export function StatusSwitch() {
  const { t } = useTranslation("agent");
  const complain = useComplain();
  const presence = useMyStatus().data;
  const { mutate, isPending } = useSetMyStatus();
  if (presence === undefined) return <div className={styles.place} />;
  const word = t(`status.${presence.status}`);
  return (
    <Menu position="top-start" width={212} withinPortal>
      <Menu.Target>
        <button type="button" className={styles.switch} disabled={isPending}>
          <span className="visually-hidden">{t("status.label")}</span>
          <span className={`${styles.dot} ${styles[presence.status]}`} aria-hidden="true" />
          <span className={styles.words}>
            <strong>{word}</strong>
            <span>{t(`status.source.${sourceOf(presence)}`)}</span>
          </span>
          <IconChevronUp size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {STATUSES.map((status) => (
          <Menu.Item
            key={status}
            leftSection={<span className={`${styles.dot} ${styles[status]}`} aria-hidden="true" />}
            rightSection={
              status === presence.status && (
                <IconCheck size={16} role="img" aria-label={t("status.current")} />
              )
            }
            onClick={() => {
              mutate(status, {
                onError: (error) => {
                  complain(error);
                },
              });
            }}
          >
            {t(`status.${status}`)}
          </Menu.Item>
        ))}
        <p className={styles.hint}>{t("status.hint")}</p>
      </Menu.Dropdown>
    </Menu>
  );
}
