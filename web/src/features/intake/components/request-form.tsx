import { useTranslation } from "react-i18next";

import { SCALE, type Me } from "@/api/types";
import { ChoiceField, SelectField } from "@/components/field";
import { refused } from "@/lib/field-errors";
import { asLanguage, LANGUAGE_NAMES, LANGUAGES } from "@/lib/language";

import { textOf } from "../alike";
import { useRequest, type Beside, type OnSent } from "../use-request";
import { missing } from "../values";
import styles from "./request-form.module.css";
import { Alerts, Alike, AssetField, End, Files, Trap, useMissing, WhoWrites, Words } from "./request-parts";

interface Props {
  me: Me | null;
  onSent: OnSent;
  beside?: Beside | undefined;
}

/** The plain form: whatever it is about. */
export function RequestForm({ me, onSent, beside }: Props) {
  const { t } = useTranslation("portal");
  const request = useRequest(me, onSent);
  const said = useMissing();
  const { form, draft, values, errors, language } = request;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        request.submit(said(missing(values, me !== null)));
      }}
    >
      <Alerts request={request} />
      <WhoWrites request={request} />
      <Words request={request} />
      <Alike request={request} />
      {beside?.(textOf(values))}
      <ChoiceField
        legend={t("form.impact")}
        name="impact"
        options={SCALE.map((value) => ({ value, label: t(`form.impactLevel.${value}`) }))}
        value={values.impact}
        onChange={(impact) => {
          draft.change({ impact });
        }}
      />
      <ChoiceField
        legend={t("form.urgency")}
        name="urgency"
        options={SCALE.map((value) => ({ value, label: t(`form.urgencyLevel.${value}`) }))}
        value={values.urgency}
        onChange={(urgency) => {
          draft.change({ urgency });
        }}
      />
      <div className={styles.pair}>
        <SelectField
          {...refused(errors, "category")}
          label={t("form.category")}
          value={values.category}
          onChange={(event) => {
            draft.change({ category: event.target.value });
          }}
        >
          <option value="">{t("form.categoryNone")}</option>
          {form.data?.categories.map((category) => (
            <option key={category.id} value={category.id}>
              {category.name[language] ?? category.name.en ?? category.id}
            </option>
          ))}
        </SelectField>
        <SelectField
          {...refused(errors, "language")}
          label={t("form.replyLanguage")}
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
      <AssetField request={request} />
      <Files request={request} />
      <Trap request={request} />
      <End request={request} />
    </form>
  );
}
