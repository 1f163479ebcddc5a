import { Button, Menu } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { PlaceContext, type Place } from "@/components/side-card";
import { announce } from "@/lib/announcer";
import { before, changed, moved, type PlacedPanel } from "@/lib/arranged";
import { useChangeOwnSettings } from "@/lib/desk/own-settings";
import { useFocusAfterChange } from "@/lib/focus";
import type { OnTicket } from "@/lib/ticket-parts";

import { PANELS } from "../ticket-parts";
import styles from "./ticket.module.css";
import { usePanels } from "./use-panels";

interface Props {
  on: OnTicket;
  /** One alone, which then is not folded or moved. */
  only?: string;
}

/** What stands beside the thread, in one's own order: moved by the heads, chosen from a menu. */
export function Sections({ on, only }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const box = useRef<HTMLDivElement>(null);
  const focusAfterChange = useFocusAfterChange();
  const panels = usePanels();
  const save = useChangeOwnSettings();
  // Where they stand is known before they are shown.
  if (panels === null) return null;
  const shown = panels.filter(({ hidden }) => !hidden);
  const keep = (next: PlacedPanel[]) => {
    save({ panels: next });
  };
  const placeOf = ({ name, folded }: PlacedPanel): Place => ({
    ...{ name, folded },
    fold: (folds) => {
      keep(changed(panels, name, { folded: folds }));
    },
    move: (by) => {
      const next = moved(panels, name, by);
      const place = next.filter(({ hidden }) => !hidden).findIndex((panel) => panel.name === name) + 1;
      keep(next);
      focusAfterChange(() => box.current?.querySelector(`[data-section="${name}"] h2 button`));
      announce(
        t("agent:panels.moved", {
          ...{ name: titles.get(name), place, count: shown.length },
          interpolation: { escapeValue: false },
        }),
      );
    },
    take: (other) => {
      keep(before(panels, other, name));
    },
  });
  const titles = new Map(PANELS.map(({ name, title }) => [name, title(t)]));
  return (
    <div ref={box} className={styles.sections}>
      {shown.map((panel) => {
        if (only !== undefined && panel.name !== only) return null;
        const Panel = PANELS.find(({ name }) => name === panel.name)?.Panel;
        return (
          Panel && (
            <PlaceContext key={panel.name} value={only === undefined ? placeOf(panel) : null}>
              <Panel {...on} />
            </PlaceContext>
          )
        );
      })}
      <Menu position="bottom-start" shadow="md" closeOnItemClick={false}>
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" color="gray" className={styles.arrange}>
            {t("agent:panels.arrange")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {panels.map(({ name, hidden }) => (
            <Menu.CheckboxItem
              key={name}
              checked={!hidden}
              onChange={(checked) => {
                keep(changed(panels, name, { hidden: !checked }));
              }}
            >
              {titles.get(name)}
            </Menu.CheckboxItem>
          ))}
          <Menu.Divider />
          <Menu.Item
            closeMenuOnClick
            onClick={() => {
              keep([]);
            }}
          >
            {t("agent:panels.usual")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
