import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";

import type { Survey } from "@/api/types";
import { Button } from "@/components/button";
import { ExpiredLink, ToRequests } from "@/components/expired-link";
import { TextArea } from "@/components/field";
import { Refused } from "@/components/refused";
import { EmptyState, ErrorState, Loading, Notice } from "@/components/states";
import { Time } from "@/components/time";
import { refusalsOf, refused } from "@/lib/field-errors";
import { keyFor, type SentKey } from "@/lib/idempotency";
import { isProblem } from "@/lib/problem";

import { getSurvey, rate } from "../api/survey";
import styles from "./rating-form.module.css";

export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

interface Props {
  token: string;
  wished?: Rating | null;
  /** It stands on the ticket's own page, which says what it is about. */
  inPlace?: boolean;
}

/** How it went. Nothing is sent until the person presses the button: programs look at links in mails, too. */
export function RatingForm({ token, wished = null, inPlace = false }: Props) {
  const { t } = useTranslation("portal");
  const query = useQuery({ queryKey: ["survey", token], queryFn: () => getSurvey(token) });
  if (query.data === undefined) {
    if (query.error === null) return <Loading lines={5} onRetry={() => void query.refetch()} />;
    if (isProblem(query.error, 401)) return <ExpiredLink />;
    if (isProblem(query.error, "survey_over"))
      return <EmptyState whole title={t("rating.over")} text={t("rating.overText")} />;
    return (
      <ErrorState whole error={query.error} onward={<ToRequests />} onRetry={() => void query.refetch()} />
    );
  }
  return <Form token={token} survey={query.data} wished={wished} inPlace={inPlace} />;
}

function Form({ token, survey, wished, inPlace }: Required<Props> & { survey: Survey }) {
  const { t } = useTranslation("portal");
  const client = useQueryClient();
  const [rating, setRating] = useState<number | null>(wished ?? survey.rating);
  const [comment, setComment] = useState("");
  const [asked, setAsked] = useState(false);
  const lastKey = useRef<SentKey | null>(null);
  const sending = useMutation({
    mutationFn: (answer: { rating: number; comment: string }) =>
      rate(token, answer, (lastKey.current = keyFor(answer, lastKey.current)).key),
    onSuccess: (next) => {
      client.setQueryData(["survey", token], next);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (rating !== null && !sending.isPending) sending.mutate({ rating, comment: comment.trim() });
  };
  const missing = asked && rating === null;
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      {!inPlace && (
        <>
          <p className={styles.id}>{survey.ticket}</p>
          <h1>{t("rating.title")}</h1>
          <p>
            <bdi>{survey.subject}</bdi>
          </p>
        </>
      )}
      {sending.isSuccess && (
        <div role="status">
          <Notice tone="ok">{t("rating.thanks")}</Notice>
        </div>
      )}
      <fieldset
        className={styles.scale}
        data-place="rating"
        data-name={t("rating.question")}
        aria-describedby={missing ? "rating-missing" : undefined}
      >
        <legend>{t("rating.question")}</legend>
        {RATINGS.map((value) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name="rating"
              value={value}
              checked={rating === value}
              onChange={() => {
                setRating(value);
                sending.reset();
              }}
            />
            <span className={styles.number}>{value}</span>
            <span className={styles.word}>{t(`rating.words.${value}`)}</span>
          </label>
        ))}
      </fieldset>
      {missing && (
        <p id="rating-missing" role="alert" className={styles.missing}>
          {t("rating.missing")}
        </p>
      )}
      <TextArea
        {...refused(refusalsOf(sending.error), "comment")}
        label={t("rating.comment")}
        hint={t("rating.commentHint")}
        rows={inPlace ? 2 : 4}
        maxLength={4000}
        value={comment}
        onChange={(event) => {
          setComment(event.target.value);
          sending.reset();
        }}
      />
      {isProblem(sending.error, "survey_over") ? (
        <div role="alert">
          <Notice tone="bad">{t("rating.overText")}</Notice>
        </div>
      ) : (
        <Refused error={sending.error} />
      )}
      <div className={styles.end}>
        <Button type="submit" look="primary" busy={sending.isPending}>
          {survey.rating === null ? t("rating.send") : t("rating.change")}
        </Button>
        {survey.open_until !== null && (
          <span className={styles.until}>
            {t("rating.until")} <Time at={survey.open_until} />
          </span>
        )}
      </div>
    </form>
  );
}
