import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { OnTicket } from "@/lib/ticket-parts";

import styles from "./section-tabs.module.css";
import { Sections } from "./sections";
import { useShownPanels } from "./use-panels";

/** On a phone one section is seen at a time, and the others are one tap away. */
export function SectionTabs({ on }: { on: OnTicket }) {
  const { t } = useTranslation("agent");
  const panels = useShownPanels(on.ticket);
  const [chosen, setChosen] = useState<string | null>(null);
  const now = panels.find(({ name }) => name === chosen) ?? panels[0];
  if (now === undefined) return <Sections on={on} />;
  return (
    <Tabs value={now.name} onChange={setChosen} keepMounted={false}>
      <Tabs.List className={styles.tabs} aria-label={t("panels.strip")}>
        {panels.map(({ name, title, Icon }) => (
          <Tabs.Tab key={name} value={name} className={styles.tab} leftSection={<Icon size={18} />}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {panels.map(({ name }) => (
        <Tabs.Panel key={name} value={name} pt="sm">
          <Sections on={on} only={name} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
