import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import styles from "./queue-table.module.css";

interface Props {
  id: string;
  /** Reached by Tab from its row. */
  isStop: boolean;
  onOpen: (id: string) => void;
  /** The menu, while it is open. */
  children: ReactNode;
}

/** What can be done to a row by those who do not swipe. */
export function RowMenu({ id, isStop, onOpen, children }: Props) {
  const { t } = useTranslation("agent");
  return (
    <div role="gridcell" className={styles.more}>
      <button
        type="button"
        aria-label={t("rows.menu", { id })}
        aria-haspopup="menu"
        aria-expanded={children !== null}
        tabIndex={isStop ? 0 : -1}
        onClick={() => {
          onOpen(id);
        }}
      >
        <IconDots size={18} aria-hidden />
      </button>
      {children}
    </div>
  );
}
