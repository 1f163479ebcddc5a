import { useId, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { Topic } from "@/api/types";
import { changeDraft, useDraft } from "@/lib/draft";

import { ANSWERED_FROM, askSource, carried, topicSource, type Found, type Source } from "../asking";
import { ASKED, REQUEST, type FormValues } from "../values";
import styles from "./ask-field.module.css";
import { TopicIcon } from "./topic-icon";

interface Props {
  topics: readonly Topic[];
  onGo: (to: string) => void;
}

interface Offer extends Found {
  source: Source["id"];
}

/** One question, with what may answer it while it is typed. Enter takes the first; the words come along. */
export function AskField({ topics, onGo }: Props) {
  const { t, i18n } = useTranslation("portal");
  const id = useId();
  const draft = useDraft(ASKED, { words: "" });
  const { words } = draft.value;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const sources = [topicSource(topics, i18n.language), askSource];
  const offers: Offer[] =
    words.trim().length < ANSWERED_FROM
      ? []
      : sources.flatMap(({ id: source, find }) => find(words).map((found) => ({ ...found, source })));
  const shown = open && offers.length > 0;
  const current = Math.min(at, offers.length - 1);

  const take = (to: string) => {
    changeDraft<FormValues>(REQUEST, (before) => carried(words, before));
    onGo(to);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      take((shown ? offers[current] : undefined)?.to ?? "/new");
    } else if (event.key === "Escape") {
      setOpen(false);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown) setOpen(true);
      else setAt((current + (event.key === "ArrowDown" ? 1 : -1) + offers.length) % offers.length);
    }
  };

  return (
    <div className={styles.ask}>
      <input
        type="text"
        role="combobox"
        className={styles.field}
        aria-label={t("form.title")}
        placeholder={t("ask.example")}
        aria-expanded={shown}
        aria-controls={shown ? `${id}-found` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${offers[current]?.key ?? ""}` : undefined}
        autoComplete="off"
        enterKeyHint="go"
        maxLength={1000}
        value={words}
        onChange={(event) => {
          draft.change({ words: event.target.value });
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onKeyDown={press}
      />
      {shown && (
        <div id={`${id}-found`} role="listbox" aria-label={t("ask.found")} className={styles.found}>
          {offers.map(({ key, words: said, to, source }, index) => (
            // The keyboard stays in the field, which goes through these.
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
            <div
              key={key}
              id={`${id}-${key}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={styles.option}
              onPointerMove={() => {
                setAt(index);
              }}
              onMouseDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                take(to);
              }}
            >
              <TopicIcon
                icon={topics.find((topic) => key === `topic-${topic.id}`)?.icon ?? "question"}
                size={20}
              />
              <span>{source === "ask" ? t("ask.us", { words: said }) : <bdi>{said}</bdi>}</span>
              {source === "topics" && <span className={styles.kind}>{t("ask.form")}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
