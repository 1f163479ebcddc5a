import { SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { LetterTemplate } from "@/api/settings-types";
import { HINT_BELOW } from "@/components/settings/hint-below";
import form from "@/components/settings/settings-form.module.css";
import { Notice } from "@/components/states";
import { refusalsOf } from "@/lib/field-errors";
import { useProblemText } from "@/lib/problem-text";

import { useLetterPreview } from "../api/letters";
import styles from "./letters.module.css";

const RESTS_MS = 400;
const WAYS = ["page", "text"] as const;

/** What is made of the words, as they are typed: as a page and as text, of an example or of a ticket. */
export function LetterPreview({ wanted, ofTicket }: { wanted: LetterTemplate; ofTicket: boolean }) {
  const { t } = useTranslation("settings");
  const [way, setWay] = useState<(typeof WAYS)[number]>("page");
  const [ticket, setTicket] = useState("");
  const asked = { ...wanted, ticket: ticket.trim() === "" ? null : ticket.trim().toUpperCase() };
  const [settled] = useDebouncedValue(JSON.stringify(asked), RESTS_MS);
  const preview = useLetterPreview(JSON.parse(settled) as typeof asked);
  const problemText = useProblemText();
  const refusals = refusalsOf(preview.error);
  // What was last made of them stays while one goes on typing.
  const [shown, setShown] = useState(preview.data);
  if (preview.data !== undefined && preview.data !== shown) setShown(preview.data);
  return (
    <section className={form.card} aria-label={t("letter.preview")}>
      <h2>{t("letter.preview")}</h2>
      {ofTicket && (
        <TextInput
          label={t("letter.ticket")}
          inputWrapperOrder={HINT_BELOW}
          description={t("letter.ticketHint")}
          maxLength={20}
          value={ticket}
          onChange={(event) => {
            setTicket(event.currentTarget.value);
          }}
        />
      )}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("letter.preview")}
        data={WAYS.map((one) => ({ value: one, label: t(`letter.as.${one}`) }))}
        value={way}
        onChange={setWay}
      />
      <div role="status">
        {preview.error !== null && (
          <Notice tone="warn">
            {refusals.length === 0
              ? problemText(preview.error)
              : refusals.map(({ place, message }) => <p key={place}>{message}</p>)}
          </Notice>
        )}
      </div>
      {shown !== undefined && (
        <div lang={wanted.language}>
          <p className={styles.subject}>
            <bdi>{shown.subject}</bdi>
          </p>
          {way === "page" ? (
            <iframe className={styles.page} sandbox="" title={t("letter.as.page")} srcDoc={shown.html} />
          ) : (
            // Scrolled by keyboard, too.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <pre className={styles.plain} dir="auto" tabIndex={0}>
              {shown.text}
            </pre>
          )}
        </div>
      )}
    </section>
  );
}
