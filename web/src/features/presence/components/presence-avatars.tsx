import { Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { initials } from "@/lib/initials";
import type { Present } from "@/lib/live-messages";

import styles from "./presence.module.css";

const SHOWN = 4;

/** Who else is at the ticket, by their initials. */
export function PresenceAvatars({ others }: { others: readonly Present[] }) {
  const { t } = useTranslation("agent");
  if (others.length === 0) return null;
  const more = others.length - SHOWN;
  return (
    <ul className={styles.avatars} aria-label={t("presence.here")}>
      {others.slice(0, SHOWN).map(({ id, name, doing }) => (
        <li key={id}>
          <Tooltip label={name}>
            <span className={styles.avatar} data-writing={doing === "writing" || undefined}>
              <span aria-hidden>{initials(name)}</span>
              <bdi className="visually-hidden">{name}</bdi>
            </span>
          </Tooltip>
        </li>
      ))}
      {more > 0 && (
        <li>
          <span className={styles.avatar}>+{more}</span>
        </li>
      )}
    </ul>
  );
}
