import { Tooltip, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";

import styles from "./section-strip.module.css";
import { useShownPanels } from "./use-panels";

interface Props {
  ticket: Ticket;
  onJump: (name: string) => void;
}

/** At the edge of what stands beside the thread: leads to each section, also while they are folded away. */
export function SectionStrip({ ticket, onJump }: Props) {
  const { t } = useTranslation("agent");
  const panels = useShownPanels(ticket);
  return (
    <nav className={styles.strip} aria-label={t("panels.strip")}>
      {panels.map(({ name, title, Icon }) => (
        <Tooltip key={name} label={title} position="left" openDelay={400}>
          <UnstyledButton
            className={styles.jump}
            aria-label={t("panels.to", { title })}
            onClick={() => {
              onJump(name);
            }}
          >
            <Icon size={18} />
          </UnstyledButton>
        </Tooltip>
      ))}
    </nav>
  );
}
