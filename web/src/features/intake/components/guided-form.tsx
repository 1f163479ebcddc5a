import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Topic } from "@/api/types";
import { Button } from "@/components/button";
import { refusedAt, type Refusals } from "@/lib/field-errors";

import { textOf } from "../alike";
import { inSight, isAnswered, lacking, type AnswerValue } from "../topics";
import { useRequest, type Beside, type OnSent } from "../use-request";
import { missing } from "../values";
import { QuestionField } from "./question-field";
import styles from "./request-form.module.css";
import { Alerts, Alike, AssetField, End, Files, Trap, useMissing, WhoWrites, Words } from "./request-parts";

interface Props {
  topic: Topic;
  me: Me | null;
  onSent: OnSent;
  beside?: Beside | undefined;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The form of a topic: its questions a few at a time, then the words, and who writes last. */
export function GuidedForm({ topic, me, onSent, beside }: Props) {
  const { t } = useTranslation(["portal", "common"]);
  const request = useRequest(me, onSent, topic);
  const said = useMissing();
  const { values, draft, errors } = request;
  const [passed, setPassed] = useState(NOBODY);
  const list = useRef<HTMLDivElement>(null);
  const next = useRef<number | null>(null);
  const given = values.answers[topic.id] ?? {};
  const { questions, more } = inSight(topic, given, passed);

  // Who goes on stands at what came.
  useLayoutEffect(() => {
    if (next.current === null) return;
    const come = list.current?.children.item(next.current) ?? list.current?.nextElementSibling;
    come?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    next.current = null;
  }, [passed]);

  const answer = (id: string, value: AnswerValue) => {
    draft.change({ answers: { ...values.answers, [topic.id]: { ...given, [id]: value } } });
    request.mended(`answers.${id}`);
  };
  const wrong: Refusals = questions.flatMap((question) => {
    const why = lacking(question, given);
    return why === null ? [] : [{ place: `answers.${question.id}`, message: t(`portal:required.${why}`) }];
  });
  const answered = questions.some((question) => isAnswered(given, question));

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!more) {
          const { name, email, ...words } = missing(values, me !== null, answered);
          request.submit([...wrong, ...said({ ...words, name, email })]);
          return;
        }
        request.showErrors(wrong);
        if (wrong.length > 0) return;
        next.current = questions.length;
        setPassed(new Set([...passed, ...questions.map(({ id }) => id)]));
      }}
    >
      <Alerts request={request} />
      <div ref={list} className={styles.form}>
        {questions.map((question) => (
          <div key={question.id}>
            <QuestionField
              question={question}
              value={given[question.id]}
              error={refusedAt(errors, `answers.${question.id}`)}
              onChange={(value) => {
                answer(question.id, value);
              }}
            />
          </div>
        ))}
      </div>
      {more ? (
        <div className={styles.end}>
          <Button type="submit">{t("portal:guided.next")}</Button>
          <p className={styles.kept}>{t("portal:guided.more")}</p>
        </div>
      ) : (
        <div className={styles.form}>
          <Words
            request={request}
            more={
              answered
                ? { label: t("portal:guided.anythingElse"), optional: t("common:optional") }
                : { label: t("portal:form.description") }
            }
          />
          <Alike request={request} />
          {beside?.(textOf(values))}
          {topic.asks_asset && <AssetField request={request} />}
          <Files request={request} />
          <WhoWrites request={request} />
          <Trap request={request} />
          <End request={request} />
        </div>
      )}
    </form>
  );
}
