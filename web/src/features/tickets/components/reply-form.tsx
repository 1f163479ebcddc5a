import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";

import type { RequesterTicket } from "@/api/types";
import { Button } from "@/components/button";
import { TextArea } from "@/components/field";
import { FilePicker } from "@/components/file-picker";
import { Refused } from "@/components/refused";
import { Notice } from "@/components/states";
import { announce } from "@/lib/announcer";
import { useAttachments } from "@/lib/attachments";
import { useDraft } from "@/lib/draft";
import { refusalsOf, refusedAt } from "@/lib/field-errors";
import { keyFor, type SentKey } from "@/lib/idempotency";
import { useKeptFiles } from "@/lib/kept-files";
import { withChange } from "@/lib/timeline";

import type { Access } from "../access";
import styles from "./reply-form.module.css";

interface Props {
  access: Access;
  ticket: RequesterTicket;
}

const LABELS: Partial<Record<RequesterTicket["turn"], "replyYours" | "replyReopen">> = {
  pending: "replyYours",
  solved: "replyReopen",
};

export function ReplyForm({ access, ticket }: Props) {
  const { t } = useTranslation(["portal", "common"]);
  const client = useQueryClient();
  const { turn } = ticket;
  const isAsking = ticket.reader === ticket.requester.id;
  const draft = useDraft(`reply.${ticket.id}`, { body: "" });
  const attachments = useAttachments(access.askForUpload, undefined, useKeptFiles(`reply.${ticket.id}`));
  const [empty, setEmpty] = useState(false);
  const lastKey = useRef<SentKey | null>(null);

  const keep = (next: RequesterTicket) => {
    // What was written stands in the ticket that follows this one; this one then says so.
    if (next.id !== ticket.id) return void client.invalidateQueries({ queryKey: access.queryKey });
    client.setQueryData<RequesterTicket>(access.queryKey, (before) => withChange(before, next));
  };
  const sending = useMutation({
    mutationFn: async () => {
      await attachments.settled();
      const uploads = attachments.uploads();
      const reply = {
        body: draft.value.body.trim(),
        ...(uploads.length > 0 ? { attachments: uploads } : {}),
      };
      const sent = (lastKey.current = keyFor(reply, lastKey.current));
      return access.reply(reply, sent.key);
    },
    onSuccess: (next) => {
      keep(next);
      draft.clear();
      attachments.clear();
      announce(turn === "solved" ? t("portal:status.reopened") : t("portal:status.sentNow"));
    },
  });
  const solving = useMutation({
    mutationFn: (key: string) => access.solve?.(key) ?? Promise.reject(new Error("not offered")),
    onSuccess: keep,
  });

  if (turn === "closed" || turn === "cancelled") {
    return <Notice tone="info">{t("portal:status.closedText")}</Notice>;
  }

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const nothing = draft.value.body.trim() === "";
    setEmpty(nothing);
    if (nothing || attachments.failed || sending.isPending) return;
    sending.mutate();
  };
  const problem = sending.error ?? solving.error;
  const refusals = refusalsOf(problem);
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      {!attachments.failed && <Refused error={problem} refusals={refusals} />}
      <TextArea
        data-place="body"
        label={t(`portal:status.${LABELS[turn] ?? "reply"}`)}
        rows={4}
        value={draft.value.body}
        error={empty ? t("portal:status.replyEmpty") : refusedAt(refusals, "body")}
        onChange={(event) => {
          draft.change({ body: event.target.value });
          setEmpty(false);
        }}
      />
      <FilePicker attachments={attachments} compact error={refusedAt(refusals, "attachments")} />
      <div className={styles.end}>
        <Button type="submit" look="primary" busy={sending.isPending}>
          {sending.isPending ? t("portal:status.sending") : t("portal:status.send")}
        </Button>
        {access.solve !== null && isAsking && turn !== "solved" && (
          <Button
            busy={solving.isPending}
            onClick={() => {
              solving.mutate(crypto.randomUUID());
            }}
          >
            {t("portal:status.itsSolved")}
          </Button>
        )}
      </div>
    </form>
  );
}
