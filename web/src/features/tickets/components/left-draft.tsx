import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { ColleaguesDraft } from "@/api/types";
import { useComplain, useNotify } from "@/components/notify";
import { useTakeOverDraft } from "@/lib/desk/colleagues-drafts";
import { isolated, listed } from "@/lib/isolated";
import { isProblem } from "@/lib/problem";
import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";

import styles from "./left-draft.module.css";
import { MessageBody } from "./message-body";

interface Props {
  draft: ColleaguesDraft;
  /** Where one goes on with it. */
  onTaken: (kind: string) => void;
}

const PLAIN = { interpolation: { escapeValue: false } };

/** Words of a colleague that wait below a ticket, to be read and to be gone on with. */
export function LeftDraft({ draft, onTaken }: Props) {
  const { t, i18n } = useTranslation("agent");
  const [open, setOpen] = useState(false);
  const id = useId();
  const what = draft.kind === "reply" || draft.kind === "note" ? draft.kind : "letter";
  return (
    <section className={styles.draft} aria-labelledby={`${id}-name`}>
      <div className={styles.line}>
        <span id={`${id}-name`}>
          {t(`drafts.left.${what}`, {
            name: isolated(draft.writer.name),
            time: shortTime(draft.at, productNow(), i18n.language),
            ...PLAIN,
          })}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={open}
          aria-controls={`${id}-words`}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? t("drafts.left.fold") : t("drafts.left.open")}
        </Button>
      </div>
      {open && (
        <div id={`${id}-words`} className={styles.left}>
          <WhatIsLeft {...{ draft, onTaken }} />
        </div>
      )}
    </section>
  );
}

/** Its words, and the button by which it becomes one's own. */
function WhatIsLeft({ draft, onTaken }: Props) {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  const complain = useComplain();
  const taking = useTakeOverDraft(draft.ticket_id);
  const { subject, to, cc, body, html, attachments } = draft;
  const name = isolated(draft.writer.name);
  const take = () => {
    taking.mutateAsync(draft).then(
      () => {
        onTaken(draft.kind);
      },
      (error: unknown) => {
        if (isProblem(error, "draft_full")) notify(t("drafts.left.full"), { tone: "warn" });
        else if (isProblem(error, 404, 409))
          notify(t("drafts.left.gone", { name, ...PLAIN }), { tone: "warn" });
        else complain(error);
      },
    );
  };
  return (
    <>
      {body !== "" && (
        <div className={styles.words}>
          <MessageBody text={body} html={html} />
        </div>
      )}
      {[listed([subject, to, cc], " · "), listed(attachments.map((file) => file.name))]
        .filter((facts) => facts !== "")
        .map((facts) => (
          <p key={facts} className={styles.facts}>
            {facts}
          </p>
        ))}
      <div className={styles.actions}>
        <Button size="compact-sm" loading={taking.isPending} onClick={take}>
          {t("drafts.left.take")}
        </Button>
        <span className={styles.facts}>{t("drafts.left.told", { name, ...PLAIN })}</span>
      </div>
    </>
  );
}
