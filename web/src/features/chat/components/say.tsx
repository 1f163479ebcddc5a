import { useEffect, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "@/components/button";
import { useDraft } from "@/lib/draft";

import styles from "./chat.module.css";

interface Props {
  onReady: () => void;
  onType: () => void;
  onSay: (body: string) => void;
}

/** Enter sends, Shift and Enter begin a new line; where one composes letters from several keys, Enter is theirs. */
export function Say({ onReady, onType, onSay }: Props) {
  const { t } = useTranslation("portal");
  useEffect(onReady, [onReady]);
  const draft = useDraft("chat.next", { body: "" });
  const { body } = draft.value;
  const send = () => {
    if (body.trim() === "") return;
    onSay(body.trim());
    draft.clear();
  };
  return (
    <form
      className={styles.say}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        data-first
        rows={2}
        maxLength={4000}
        className={styles.words}
        aria-label={t("chat.write")}
        placeholder={t("chat.write")}
        value={body}
        onChange={(event) => {
          draft.change({ body: event.target.value });
          if (event.target.value.trim() !== "") onType();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <Button type="submit" look="primary">
        {t("chat.send")}
      </Button>
    </form>
  );
}
