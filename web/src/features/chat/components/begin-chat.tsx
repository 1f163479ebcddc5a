import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";

import { Button, buttonClass } from "@/components/button";
import { TextArea, TextField } from "@/components/field";
import { Refused } from "@/components/refused";
import { ErrorState, Loading } from "@/components/states";
import { useDraft } from "@/lib/draft";
import { refusalsOf, refusedAt } from "@/lib/field-errors";
import { dayAndTime } from "@/lib/time-format";
import { productNow } from "@/lib/product-clock";

import { getTimes } from "../api/chat";
import { useBegin, type FirstWords } from "../use-begin";
import styles from "./chat.module.css";

const EMPTY: FirstWords = { name: "", email: "", body: "" };

interface Props {
  signedIn: boolean;
  onReady: () => void;
}

export function BeginChat({ signedIn, onReady }: Props) {
  const times = useQuery({ queryKey: ["chat-times"], queryFn: getTimes, staleTime: 60_000, gcTime: 0 });
  if (times.isPending) return <Loading lines={3} />;
  if (times.isError) return <ErrorState error={times.error} onRetry={() => void times.refetch()} />;
  if (!times.data.open) return <Closed opensAt={times.data.opens_at} onReady={onReady} />;
  return (
    <FirstForm
      {...{ signedIn, onReady }}
      formToken={times.data.form_token}
      renew={async () => (await times.refetch()).data?.form_token ?? ""}
    />
  );
}

function Closed({ opensAt, onReady }: { opensAt: string | null; onReady: () => void }) {
  const { t, i18n } = useTranslation("portal");
  useEffect(onReady, [onReady]);
  const when = opensAt === null ? null : dayAndTime(opensAt, productNow(), i18n.language);
  return (
    <div className={styles.body}>
      <p>{when === null ? t("chat.closed") : t("chat.closedUntil", { when })}</p>
      <a href="/new" data-first className={buttonClass("primary")}>
        {t("chat.toForm")}
      </a>
    </div>
  );
}

interface FormProps extends Props {
  formToken: string;
  renew: () => Promise<string>;
}

function FirstForm({ signedIn, onReady, formToken, renew }: FormProps) {
  const { t } = useTranslation("portal");
  useEffect(onReady, [onReady]);
  const draft = useDraft<FirstWords>("chat", EMPTY);
  const [website, setWebsite] = useState("");
  const [missing, setMissing] = useState<readonly (keyof FirstWords)[]>([]);
  const begin = useBegin({ signedIn, formToken, renew, onBegun: draft.clear });
  const { name, email, body } = draft.value;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const asked: readonly (keyof FirstWords)[] = signedIn ? ["body"] : ["name", "email", "body"];
    const empty = asked.filter((field) => draft.value[field].trim() === "");
    setMissing(empty);
    if (empty.length === 0 && !begin.isPending) begin.mutate({ words: draft.value, website });
  };
  const refusals = refusalsOf(begin.error);
  const wrong = (field: keyof FirstWords, words: string) =>
    missing.includes(field) ? words : refusedAt(refusals, field);
  return (
    <form noValidate className={styles.body} onSubmit={submit}>
      <p className={styles.lead}>{t("chat.lead")}</p>
      <Refused error={begin.error} refusals={refusals} />
      {!signedIn && (
        <>
          <TextField
            data-first
            data-place="name"
            label={t("form.name")}
            autoComplete="name"
            maxLength={250}
            value={name}
            error={wrong("name", t("required.name"))}
            onChange={(event) => {
              draft.change({ name: event.target.value });
            }}
          />
          <TextField
            data-place="email"
            type="email"
            label={t("form.email")}
            hint={t("chat.emailHint")}
            autoComplete="email"
            maxLength={254}
            value={email}
            error={wrong("email", t("required.email"))}
            onChange={(event) => {
              draft.change({ email: event.target.value });
            }}
          />
          <label className="visually-hidden" aria-hidden="true">
            {t("form.website")}
            <input
              tabIndex={-1}
              autoComplete="off"
              value={website}
              onChange={(event) => {
                setWebsite(event.target.value);
              }}
            />
          </label>
        </>
      )}
      <TextArea
        data-place="body"
        {...(signedIn ? { "data-first": true } : {})}
        label={t("chat.first")}
        rows={4}
        maxLength={4000}
        value={body}
        error={wrong("body", t("required.description"))}
        onChange={(event) => {
          draft.change({ body: event.target.value });
        }}
      />
      <Button type="submit" look="primary" busy={begin.isPending}>
        {begin.isPending ? t("chat.sending") : t("chat.begin")}
      </Button>
    </form>
  );
}
