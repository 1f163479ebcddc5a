import { Button, Drawer } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { SMALL } from "../widths";
import styles from "./ticket.module.css";

/** Beside the thread; on small screens a sheet from below. */
export function Details({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["agent", "common"]);
  const small = useMediaQuery(SMALL, undefined, { getInitialValueInEffect: false });
  const [opened, sheet] = useDisclosure(false);
  if (!small) {
    return (
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by keyboard too
      <aside className={styles.side} tabIndex={0} aria-label={t("agent:ticket.details")}>
        {children}
      </aside>
    );
  }
  return (
    <div className={styles.details}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconInfoCircle size={16} />}
        aria-haspopup="dialog"
        onClick={sheet.open}
      >
        {t("agent:ticket.details")}
      </Button>
      <Drawer
        opened={opened}
        onClose={sheet.close}
        position="bottom"
        size="92%"
        title={t("agent:ticket.details")}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <div className={styles.sheet}>{children}</div>
      </Drawer>
    </div>
  );
}
