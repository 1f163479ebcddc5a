import { Button } from "@mantine/core";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { WrittenArticle } from "@/api/types";
import { useNotify } from "@/components/notify";
import { Refused } from "@/components/refused";
import styles from "@/components/settings/settings-form.module.css";
import { WhenField } from "@/components/when/when-field";
import { refused, refusalsOf } from "@/lib/field-errors";
import { instantOf, localInput, ownZone } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";

import { usePlanArticle } from "../api/written";
import own from "./knowledge.module.css";

interface Props {
  article: WrittenArticle;
  edition: WrittenArticle["editions"][number];
  /** What was typed is not saved: it would not be what is published. */
  dirty: boolean;
}

const held = (at: string | null): string => (at === null ? "" : localInput(new Date(at)));

/** When it is published by itself, and until when readers see it: for leads. */
export function ArticlePlan({ article, edition, dirty }: Props) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const place = useRef<HTMLFieldSetElement>(null);
  const [publish, setPublish] = useState(held(edition.publish_at));
  const [expire, setExpire] = useState(held(edition.expire_at));
  const saving = usePlanArticle(article.id, article.text_language);
  const refusals = refusalsOf(saving.error);
  const same = publish === held(edition.publish_at) && expire === held(edition.expire_at);
  const save = () => {
    // What cannot be read is nothing: it must not take back what was planned.
    if (refusals.length === 0 && place.current?.querySelector('[aria-invalid="true"]')) return;
    const plan = { publish_at: instantOf(publish), expire_at: instantOf(expire) };
    saving.mutate(
      { plan, revision: article.revision },
      {
        onSuccess: () => {
          notify(t("knowledge.planSaved"));
        },
      },
    );
  };
  const common = {
    kind: "instant",
    min: localInput(new Date(productNow())),
    // The form around it is that of the text.
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (!dirty && !same) save();
    },
  } as const;
  return (
    <fieldset ref={place} className={styles.fields}>
      <legend className={own.legend}>{t("knowledge.plan")}</legend>
      <p className={styles.hint}>{t("knowledge.planText", { zone: ownZone() })}</p>
      <div className={styles.row}>
        {edition.state !== "published" && (
          <WhenField
            {...common}
            label={t("knowledge.publishAt")}
            value={publish}
            onChange={(value) => {
              saving.reset();
              setPublish(value);
            }}
            {...refused(refusals, "publish_at")}
          />
        )}
        <WhenField
          {...common}
          label={t("knowledge.expireAt")}
          value={expire}
          onChange={(value) => {
            saving.reset();
            setExpire(value);
          }}
          {...refused(refusals, "expire_at")}
        />
      </div>
      <div className={own.acts}>
        <Button variant="default" disabled={dirty || same} loading={saving.isPending} onClick={save}>
          {t("knowledge.savePlan")}
        </Button>
      </div>
      {refusals.length === 0 && <Refused error={saving.error} />}
    </fieldset>
  );
}
