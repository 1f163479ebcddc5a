import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Level } from "@/api/types";
import { TicketDialog } from "@/components/ticket-dialog";
import { useWords } from "@/lib/words";

interface Props {
  /** Under which name the texts stand. */
  of: "escalate" | "deescalate";
  id: string;
  levels: readonly Level[];
  level: Level;
  onLevel: (level: Level) => void;
  pending: boolean;
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
  /** What those who go on are told. */
  children: ReactNode;
}

/** A ticket goes to another level. */
export function LevelDialog({ of, id, levels, level, onLevel, children, ...dialog }: Props) {
  const { t } = useTranslation("agent");
  const words = useWords();
  return (
    <TicketDialog
      {...dialog}
      title={t(`${of}.title`, { id })}
      text={t(`${of}.text`)}
      submit={t(`${of}.submit`)}
    >
      <Select
        data-place="level"
        label={t(`${of}.level`)}
        allowDeselect={false}
        data={levels.map((value) => ({ value, label: `${value} ${words.level(value)}` }))}
        value={level}
        onChange={(value) => {
          if (value !== null) onLevel(value);
        }}
      />
      {children}
    </TicketDialog>
  );
}
