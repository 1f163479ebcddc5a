import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { RequesterTicket } from "@/api/types";
import { Button } from "@/components/button";
import { useFocusAfterChange } from "@/lib/focus";
import { listed } from "@/lib/isolated";
import { useProblemText } from "@/lib/problem-text";

import type { Access } from "../access";
import styles from "./ticket-status.module.css";

interface Props {
  access: Access;
  ticket: RequesterTicket;
  onLeft: () => void;
}

/** Who else takes part, said to everybody; and to those who do beside the requester, how they leave. */
export function TakingPart({ access, ticket: { participants, reader, requester }, onLeft }: Props) {
  const { t } = useTranslation(["portal", "common"]);
  const problemText = useProblemText();
  const focusAfterChange = useFocusAfterChange();
  const [asked, setAsked] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const leaving = useMutation({ mutationFn: () => access.leave(reader, key), onSuccess: onLeft });
  const plain = { interpolation: { escapeValue: false } };
  const others = participants.filter(({ id }) => id !== reader).map(({ name }) => name);
  const takesPart = participants.some(({ id }) => id === reader);
  const ask = (asks: boolean) => {
    setAsked(asks);
    focusAfterChange(() => document.querySelector("[data-leaving] button"));
  };
  if (others.length === 0 && !takesPart) return null;
  return (
    <div className={styles.plain} data-leaving>
      {takesPart && <p>{t("status.partOf", { name: requester.name, ...plain })}</p>}
      {others.length > 0 && <p>{t("status.beside", { names: listed(others), ...plain })}</p>}
      {takesPart && !asked && (
        <Button
          look="quiet"
          onClick={() => {
            ask(true);
          }}
        >
          {t("status.leave")}
        </Button>
      )}
      {asked && (
        <div role="group" aria-label={t("status.leave")}>
          <p>{t("status.leaveText")}</p>
          <Button
            busy={leaving.isPending}
            onClick={() => {
              leaving.mutate();
            }}
          >
            {t("status.leaveYes")}
          </Button>{" "}
          <Button
            look="quiet"
            onClick={() => {
              ask(false);
            }}
          >
            {t("status.leaveNo")}
          </Button>
          {leaving.error !== null && <p role="alert">{problemText(leaving.error)}</p>}
        </div>
      )}
    </div>
  );
}
