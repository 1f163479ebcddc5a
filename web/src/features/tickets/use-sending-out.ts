import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import { announce } from "@/lib/announcer";
import { keepAnswer } from "@/lib/desk/get-ticket";
import { isProblem, mayPass } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";
import { useReachable } from "@/lib/reachability";

import { addMessage } from "./api/add-message";
import { accepted, change, nextOut, sendable, useOutbox } from "./outbox";

const AGAIN_MS = 15_000;
/** One window sends; in the others the list follows. */
const LOCK = "helpdesk.outbox";

const alone = (act: () => Promise<void>): Promise<unknown> =>
  "locks" in navigator
    ? navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : act()))
    : act();

/** Sends what waits, in order, whenever the service can be reached, and says so. */
export function useSendingOut(): void {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const notify = useNotify();
  const problemText = useProblemText();
  const reachable = useReachable();
  const ready = sendable(useOutbox())
    .map(({ key }) => key)
    .join(" ");

  const sendAll = async () => {
    let sent = 0;
    for (let item = nextOut(Date.now()); item !== null; item = nextOut(Date.now())) {
      try {
        const answer = await addMessage(item.ticketId, item.message, {
          idempotencyKey: item.key,
          ifMatch: item.ifMatch,
        });
        accepted(item, answer.revision);
        keepAnswer(client, answer, item.ticketId);
        sent += 1;
      } catch (error) {
        if (isProblem(error, 412)) change(item.key, { asks: "moved" });
        else if (mayPass(error)) break;
        else change(item.key, { asks: "refused", reason: problemText(error) });
      }
    }
    if (sent === 0) return;
    const words = t("outbox.sent", { count: sent });
    notify(words);
    announce(words);
  };
  const going = useRef(false);
  const latest = useRef(sendAll);
  useEffect(() => {
    latest.current = sendAll;
  });

  useEffect(() => {
    if (!reachable || ready === "") return;
    const go = () => {
      if (going.current) return;
      going.current = true;
      void alone(() => latest.current()).finally(() => {
        going.current = false;
      });
    };
    go();
    const again = window.setInterval(go, AGAIN_MS);
    return () => {
      window.clearInterval(again);
    };
  }, [reachable, ready]);
}
