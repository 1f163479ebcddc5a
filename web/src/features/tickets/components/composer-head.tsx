import { Button, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Ticket, Visibility } from "@/api/types";
import { KeyTip } from "@/components/key-tip";
import { languageName } from "@/lib/language-name";

import type { Copies } from "../writing";
import { ComposerCopies } from "./composer-copies";
import styles from "./composer.module.css";

interface Props {
  ticket: Ticket;
  /** Takes notes only. */
  closed: boolean;
  mode: Visibility;
  onMode: (mode: Visibility) => void;
  /** Its requester is on the phone. */
  onCall: () => void;
  copies: Copies;
  onCopies: (part: Partial<Copies>) => void;
}

/** What is written, to whom, and in which language. */
export function ComposerHead({ ticket, closed, mode, onMode, onCall, copies, onCopies }: Props) {
  const { t, i18n } = useTranslation("agent");
  const language = languageName(ticket.language, i18n.language);
  return (
    <div className={styles.modes}>
      <div className={styles.what}>
        <SegmentedControl
          size="xs"
          value={mode}
          aria-label={t("composer.mode")}
          onChange={onMode}
          data={[
            { value: "public", label: t("composer.reply"), disabled: closed },
            { value: "internal", label: t("composer.note") },
          ]}
        />
        {!closed && (
          <KeyTip of={{ words: () => t("create.callAbout"), keys: ["l"] }}>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onCall}>
              {t("composer.call")}
            </Button>
          </KeyTip>
        )}
      </div>
      {mode === "internal" && <span className={styles.hint}>{t("composer.noteHint")}</span>}
      {mode === "public" && <ComposerCopies ticket={ticket} copies={copies} onChange={onCopies} />}
      {mode === "public" && language !== null && (
        <span className={styles.chip} title={t("composer.languageHint")}>
          {t("composer.language", { language })}
        </span>
      )}
      {mode === "public" && ticket.requester.email === "" && (
        <span className={styles.hint}>{t("composer.unaddressed")}</span>
      )}
      {closed && <span className={styles.hint}>{t("composer.closed")}</span>}
    </div>
  );
}
