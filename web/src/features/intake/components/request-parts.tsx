/** What every form for a request has, whatever it asks. */
import { useTranslation } from "react-i18next";

import { optional } from "@/components/optional";
import { Button } from "@/components/button";
import { TextArea, TextField } from "@/components/field";
import { FilePicker } from "@/components/file-picker";
import { RefusalList } from "@/components/refusal-list";
import { Notice } from "@/components/states";
import { refused, refusedAt, type Refusals } from "@/lib/field-errors";
import { useProblemText } from "@/lib/problem-text";

import type { WrittenRequest } from "../use-request";
import type { FieldName, Missing } from "../values";
import styles from "./request-form.module.css";

interface Props {
  request: WrittenRequest;
}

export const useMissing = () => {
  const { t } = useTranslation("portal");
  return (found: Partial<Record<string, Missing>>): Refusals =>
    Object.entries(found).flatMap(([place, why]) =>
      why === undefined ? [] : [{ place, message: t(`required.${why}`) }],
    );
};

/** What is wrong, above the form: each leads to its field. */
export function Alerts({ request }: Props) {
  const { t } = useTranslation("portal");
  const problemText = useProblemText();
  const { errors, summary, attachments, sending } = request;
  return (
    <div ref={summary} role="alert" tabIndex={-1} className={styles.alerts}>
      {errors.length > 0 && (
        <Notice tone="bad">
          {t("form.summary", { count: errors.length })}
          <RefusalList refusals={errors} />
        </Notice>
      )}
      {attachments.failed && <Notice tone="bad">{t("form.uploadFailed")}</Notice>}
      {sending.error !== null && errors.length === 0 && !attachments.failed && (
        <Notice tone="bad">{problemText(sending.error)}</Notice>
      )}
    </div>
  );
}

const useText = (request: WrittenRequest) => {
  const { t } = useTranslation("portal");
  return (name: FieldName) => ({
    ...request.field(name),
    label: t(`form.${name}`),
    required: true,
    onChange: (event: { target: { value: string } }) => {
      request.draft.change({ [name]: event.target.value });
      request.mended(name);
    },
  });
};

/** Who writes: whoever is signed in, or a name and an address. */
export function WhoWrites({ request }: Props) {
  const { t } = useTranslation("portal");
  const text = useText(request);
  const { me } = request;
  if (me !== null)
    return <p className={styles.sender}>{t("form.sendingAs", { name: me.name, email: me.email })}</p>;
  return (
    <div className={styles.pair}>
      <TextField {...text("name")} autoComplete="name" maxLength={200} />
      <TextField {...text("email")} type="email" autoComplete="email" inputMode="email" maxLength={254} />
    </div>
  );
}

/** In a few words, and at length; `label` and `hint` where the length is not all there is to say. */
export function Words({ request, more }: Props & { more?: { label: string; optional?: string } }) {
  const { t } = useTranslation("portal");
  const text = useText(request);
  return (
    <>
      <TextField {...text("subject")} hint={t("form.subjectHint")} maxLength={200} autoComplete="off" />
      <TextArea
        {...text("description")}
        {...(more === undefined
          ? { hint: t("form.descriptionHint"), rows: 7 }
          : { ...more, required: more.optional === undefined, rows: 4 })}
      />
    </>
  );
}

// For who is signed in alone: nobody else has requests that could be found.
const AlikeOwn = optional(async () => (await import("./alike-own")).default);

/** What they asked for already, if it is the same. */
export function Alike({ request }: Props) {
  if (request.me === null) return null;
  return <AlikeOwn request={request} />;
}

export function AssetField({ request }: Props) {
  const { t } = useTranslation(["portal", "common"]);
  const { me, errors, values, draft, mended } = request;
  const place = me === null ? "asset" : "assets";
  return (
    <TextField
      {...refused(errors, place)}
      label={t("portal:form.asset")}
      hint={t("portal:form.assetHint")}
      optional={t("common:optional")}
      name="asset"
      maxLength={250}
      autoComplete="off"
      value={values.asset}
      onChange={(event) => {
        draft.change({ asset: event.target.value });
        mended(place);
      }}
    />
  );
}

export function Files({ request: { attachments, errors } }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.files}>
      <span className={styles.filesLabel}>
        {t("attachments.label")} <span>({t("optional")})</span>
      </span>
      <FilePicker attachments={attachments} error={refusedAt(errors, "attachments")} />
    </div>
  );
}

/** Only programs fill it in. */
export function Trap({ request: { values, draft } }: Props) {
  const { t } = useTranslation("portal");
  return (
    <div className={styles.trap} aria-hidden="true">
      <label>
        {t("form.website")}
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
  );
}

export function End({ request }: Props) {
  const { t } = useTranslation("portal");
  const { attachments, sending, values, discard } = request;
  const label = attachments.busy ? "waitingUploads" : "sending";
  const written =
    values.subject !== "" || values.description !== "" || Object.keys(values.answers).length > 0;
  return (
    <div className={styles.end}>
      <Button type="submit" look="primary" busy={sending.isPending}>
        {sending.isPending ? t(`form.${label}`) : t("form.send")}
      </Button>
      <p className={styles.kept}>{t("form.draftKept")}</p>
      {written && (
        <Button look="quiet" onClick={discard}>
          {t("form.discard")}
        </Button>
      )}
    </div>
  );
}
