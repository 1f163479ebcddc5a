import { Tooltip, UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";

import styles from "./section-strip.module.css";
import { useShownPanels } from "./use-panels";

interface Props {
  ticket: Ticket;
  /** They stand beside it. */
  shown: boolean;
  onShow: () => void;
}

/** At the edge of what stands beside the thread: leads to each section, also while they are folded away. */
export function SectionStrip({ ticket, shown, onShow }: Props) {
  const { t } = useTranslation("agent");
  const panels = useShownPanels(ticket);
  const wanted = useRef<string | null>(null);
  const lead = () => {
    const head = document.querySelector<HTMLElement>(`[data-section="${wanted.current ?? ""}"] h2 button`);
    if (head === null) return;
    wanted.current = null;
    head.closest("section")?.scrollIntoView({ block: "start" });
    head.focus({ preventScroll: true });
  };
  useEffect(() => {
    // They were folded away when one was asked for.
    if (shown && wanted.current !== null) lead();
  });
  return (
    <nav className={styles.strip} aria-label={t("panels.strip")}>
      {panels.map(({ name, title, Icon }) => (
        <Tooltip key={name} label={title} position="left" openDelay={400}>
          <UnstyledButton
            className={styles.jump}
            aria-label={t("panels.to", { title })}
            onClick={() => {
              wanted.current = name;
              if (shown) lead();
              else onShow();
            }}
          >
            <Icon size={18} />
          </UnstyledButton>
        </Tooltip>
      ))}
    </nav>
  );
}
