import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Refusals } from "@/lib/field-errors";
import { isProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { RefusalList } from "../refusal-list";
import { Notice } from "../states";
import styles from "./save-bar.module.css";

interface Clash {
  theirs: object;
  taken: readonly PropertyKey[];
}

export interface Editing {
  dirty: boolean;
  clash: Clash | null;
  takeTheirs: () => void;
  dismiss: () => void;
  discard: () => void;
}

interface Props {
  edit: Editing;
  busy: boolean;
  error: unknown;
  /** Words for a part of what is edited. */
  partName: (key: string) => string;
  refusals: Refusals;
}

/** Below every form of the settings: whether it is saved, why not, and what others did meanwhile. */
export function SaveBar({ edit, busy, error, refusals, partName }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const problemText = useProblemText();
  const { dirty } = edit;
  const moved = isProblem(error, 412, 409);
  return (
    <div className={dirty ? `${styles.bar} ${styles.held}` : styles.bar}>
      {edit.clash !== null && <ClashNotice edit={edit} clash={edit.clash} partName={partName} />}
      {moved && dirty && edit.clash === null && (
        <div role="alert">
          <Notice tone="warn">{t("settings:save.again")}</Notice>
        </div>
      )}
      {error !== null && !moved && (
        <div role="alert">
          <Notice tone="bad">
            <strong>{t("settings:save.refused")}</strong>
            {refusals.length === 0 ? <p>{problemText(error)}</p> : <RefusalList places refusals={refusals} />}
          </Notice>
        </div>
      )}
      <div className={styles.buttons}>
        {/* Not `disabled`: what has just been pressed would lose the focus. */}
        <Button type="submit" loading={busy} data-disabled={!dirty || undefined} aria-disabled={!dirty}>
          {t("settings:save.save")}
        </Button>
        <Button
          variant="default"
          data-disabled={!dirty || busy || undefined}
          aria-disabled={!dirty || busy}
          onClick={() => {
            if (dirty && !busy) edit.discard();
          }}
        >
          {t("settings:save.discard")}
        </Button>
        <span className={styles.state} role="status">
          {dirty ? t("settings:save.unsaved") : t("settings:save.clean")}
        </span>
      </div>
    </div>
  );
}

interface ClashProps {
  edit: Editing;
  clash: Clash;
  partName: (key: string) => string;
}

function ClashNotice({ edit, clash, partName }: ClashProps) {
  const { t } = useTranslation("settings");
  const both = Object.keys(clash.theirs);
  const taken = clash.taken.map(String);
  const names = (keys: readonly string[]) => keys.map(partName).join(", ");
  return (
    <div role="alert">
      <Notice tone="warn">
        <strong>{t("save.clash")}</strong>
        {taken.length > 0 && <p>{t("save.taken", { parts: names(taken) })}</p>}
        {both.length > 0 && <p>{t("save.both", { parts: names(both) })}</p>}
        <div className={styles.buttons}>
          {both.length > 0 && (
            <Button size="xs" variant="default" onClick={edit.takeTheirs}>
              {t("save.takeTheirs")}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={edit.dismiss}>
            {both.length > 0 ? t("save.keepMine") : t("save.understood")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
