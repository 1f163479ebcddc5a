import { useWords } from "@/lib/words";

import styles from "./badges.module.css";
import tones from "./tones.module.css";

const TONES: Record<string, string | undefined> = {
  new: tones.info,
  open: tones.info,
  pending: tones.warn,
  on_hold: tones.calm,
  solved: tones.ok,
  closed: tones.calm,
};

interface StateProps {
  state: string;
  phase: string;
}

export function StateBadge({ state, phase }: StateProps) {
  const words = useWords();
  const word = words.state(state);
  return (
    <span className={`${styles.badge} ${TONES[phase] ?? tones.calm}`} title={word}>
      {word}
    </span>
  );
}

/** The code carries the order, the colour only helps. */
export function PriorityBadge({ priority, wordy = false }: { priority: string; wordy?: boolean }) {
  const words = useWords();
  const word = words.priority(priority);
  return (
    <span className={`${styles.priority} ${styles[priority] ?? ""}`} title={word}>
      <span className={styles.bars} aria-hidden="true" />
      <span>
        {priority}
        <span className={wordy ? undefined : "visually-hidden"} data-word={wordy || undefined}>
          {` ${word}`}
        </span>
      </span>
    </span>
  );
}

export function LevelBadge({ level }: { level: string }) {
  const words = useWords();
  return (
    <span className={styles.level} title={words.level(level)}>
      {level}
    </span>
  );
}
