import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";

import { SCALE, type Me } from "@/api/types";
import { Button } from "@/components/button";
import { ChoiceField, SelectField, TextArea, TextField } from "@/components/field";
import { FilePicker } from "@/components/file-picker";
import { RefusalList } from "@/components/refusal-list";
import { Notice } from "@/components/states";
import { useAttachments } from "@/lib/attachments";
import { useDraft } from "@/lib/draft";
import { refusalsOf, refused, refusedAt, type Refusals } from "@/lib/field-errors";
import { asLanguage, LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";
import { useKeptFiles } from "@/lib/kept-files";
import { isProblem, type ApiProblem } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";

import { formQuery, useForm } from "../api/get-form";
import { useSendRequest, type Sent } from "../use-send-request";
import { useSender } from "../use-sender";
import { EMPTY, missing, REFUSED, type FieldName, type FormValues } from "../values";
import styles from "./request-form.module.css";

interface Props {
  me: Me | null;
  onSent: (sent: Sent, email: string) => void;
}

const hasDraft = (values: FormValues): boolean => values.subject !== "" || values.description !== "";

export function RequestForm({ me, onSent }: Props) {
  const { t, i18n } = useTranslation(["portal", "common"]);
  const problemText = useProblemText();
  const language = asLanguage(i18n.language);
  const client = useQueryClient();
  const form = useForm();
  const draft = useDraft<FormValues>("request", EMPTY);
  const values = draft.value;
  const [errors, setErrors] = useState<Refusals>([]);
  const summary = useRef<HTMLDivElement>(null);

  const sender = useSender(me);
  // What the holder of a form sent before they signed in belongs to the form, and not to them.
  const kept = useKeptFiles(me === null ? "request" : "own-request");
  const attachments = useAttachments(sender.ask, form.data?.max_attachment_bytes, kept);
  const sending = useSendRequest(sender, attachments, language);

  const showErrors = (found: Refusals) => {
    setErrors(found);
    if (found.length > 0) summary.current?.focus();
  };

  /** Fields we know are explained in our words, in the reader's language; others by their reason. */
  const worded = (error: ApiProblem): Refusals =>
    refusalsOf(error).map(({ place, message }) => {
      const known = REFUSED[place];
      return { place, message: known === undefined ? message : t(`portal:required.${known}`) };
    });

  const send = () => {
    sending.mutate(values, {
      onSuccess: (sent) => {
        draft.clear();
        attachments.clear();
        sender.session.forget();
        void client.resetQueries(formQuery());
        onSent(sent, me?.email ?? values.email.trim());
      },
      onError: (error) => {
        if (isProblem(error)) showErrors(worded(error));
      },
    });
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.isPending) return;
    const found = missing(values, me !== null);
    showErrors(
      Object.entries(found).map(([place, why]) => ({ place, message: t(`portal:required.${why}`) })),
    );
    if (Object.keys(found).length === 0 && !attachments.failed) send();
  };

  const text = (name: FieldName) => ({
    name,
    label: t(`portal:form.${name}`),
    value: values[name],
    ...refused(errors, name),
    required: true,
    onChange: (event: { target: { value: string } }) => {
      draft.change({ [name]: event.target.value });
      if (refusedAt(errors, name) !== undefined) setErrors(errors.filter(({ place }) => place !== name));
    },
  });

  const label = attachments.busy ? "waitingUploads" : "sending";
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <div ref={summary} role="alert" tabIndex={-1} className={styles.alerts}>
        {errors.length > 0 && (
          <Notice tone="bad">
            {t("portal:form.summary", { count: errors.length })}
            <RefusalList refusals={errors} />
          </Notice>
        )}
        {attachments.failed && <Notice tone="bad">{t("portal:form.uploadFailed")}</Notice>}
        {sending.error !== null && errors.length === 0 && !attachments.failed && (
          <Notice tone="bad">{problemText(sending.error)}</Notice>
        )}
      </div>
      {me === null ? (
        <div className={styles.pair}>
          <TextField {...text("name")} autoComplete="name" maxLength={200} />
          <TextField {...text("email")} type="email" autoComplete="email" inputMode="email" maxLength={254} />
        </div>
      ) : (
        <p className={styles.sender}>{t("portal:form.sendingAs", { name: me.name, email: me.email })}</p>
      )}
      <TextField
        {...text("subject")}
        hint={t("portal:form.subjectHint")}
        maxLength={200}
        autoComplete="off"
      />
      <TextArea {...text("description")} hint={t("portal:form.descriptionHint")} rows={7} />
      <ChoiceField
        legend={t("portal:form.impact")}
        name="impact"
        options={SCALE.map((value) => ({ value, label: t(`portal:form.impactLevel.${value}`) }))}
        value={values.impact}
        onChange={(impact) => {
          draft.change({ impact });
        }}
      />
      <ChoiceField
        legend={t("portal:form.urgency")}
        name="urgency"
        options={SCALE.map((value) => ({ value, label: t(`portal:form.urgencyLevel.${value}`) }))}
        value={values.urgency}
        onChange={(urgency) => {
          draft.change({ urgency });
        }}
      />
      <div className={styles.pair}>
        <SelectField
          {...refused(errors, "category")}
          label={t("portal:form.category")}
          value={values.category}
          onChange={(event) => {
            draft.change({ category: event.target.value });
          }}
        >
          <option value="">{t("portal:form.categoryNone")}</option>
          {form.data?.categories.map((category) => (
            <option key={category.id} value={category.id}>
              {category.name[language] ?? category.name.en ?? category.id}
            </option>
          ))}
        </SelectField>
        <SelectField
          {...refused(errors, "language")}
          label={t("portal:form.replyLanguage")}
          value={values.language === "" ? language : values.language}
          onChange={(event) => {
            draft.change({ language: asLanguage(event.target.value) });
          }}
        >
          {LANGUAGES.map((code) => (
            <option key={code} value={code} lang={code}>
              {LANGUAGE_NAMES[code]}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField
        {...refused(errors, me === null ? "asset" : "assets")}
        label={t("portal:form.asset")}
        hint={t("portal:form.assetHint")}
        optional={t("common:optional")}
        name="asset"
        maxLength={250}
        autoComplete="off"
        value={values.asset}
        onChange={(event) => {
          draft.change({ asset: event.target.value });
        }}
      />
      <div className={styles.files}>
        <span className={styles.filesLabel}>
          {t("common:attachments.label")} <span>({t("common:optional")})</span>
        </span>
        <FilePicker attachments={attachments} error={refusedAt(errors, "attachments")} />
      </div>
      <div className={styles.trap} aria-hidden="true">
        <label>
          {t("portal:form.website")}
          <input
            name="website"
            tabIndex={-1}
            autoComplete="off"
            value={values.website}
            onChange={(event) => {
              draft.change({ website: event.target.value });
            }}
          />
        </label>
      </div>
      <div className={styles.end}>
        <Button type="submit" look="primary" busy={sending.isPending}>
          {sending.isPending ? t(`portal:form.${label}`) : t("portal:form.send")}
        </Button>
        <p className={styles.kept}>{t("portal:form.draftKept")}</p>
        {hasDraft(values) && (
          <Button
            look="quiet"
            onClick={() => {
              draft.clear();
              attachments.clear();
              setErrors([]);
              sending.reset();
            }}
          >
            {t("portal:form.discard")}
          </Button>
        )}
      </div>
    </form>
  );
}
