import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import { announce } from "@/lib/announcer";
import { keepAnswer, ticketQuery } from "@/lib/desk/get-ticket";
import { isProblem, mayPass } from "@/lib/problem";
import { useProblemText } from "@/lib/problem-text";
import { isReachable, useReachable } from "@/lib/reachability";

import { addMessage } from "./api/add-message";
import { writeBeside } from "./api/write-beside";
import { newsSince } from "./news";
import { accepted, change, held, nextOut, useOutbox, type Waiting } from "./outbox";

const AGAIN_MS = 15_000;
/** One window sends; in the others the list follows. */
const LOCK = "helpdesk.outbox";

const alone = (act: () => Promise<void>): Promise<unknown> =>
  "locks" in navigator
    ? navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : act()))
    : act();

function send({ ticketId, message, side, key, ifMatch, talk }: Waiting, keepalive?: true) {
  const how = { idempotencyKey: key, ...(keepalive === undefined ? {} : { keepalive }) };
  if (side !== undefined) return writeBeside(ticketId, side.letter, how);
  return addMessage(ticketId, message, talk === true ? how : { ...how, ifMatch });
}

const saidOf = ({ message, side }: Waiting) =>
  side !== undefined
    ? "composer.sentBeside"
    : message.visibility === "internal"
      ? "composer.sentNote"
      : "composer.sentReply";

/** What can still be had back goes out when the page is closed: what was sent is sent. Whether that is now. */
function useGoingOutAtClose(): RefObject<boolean> {
  const closing = useRef(false);
  useEffect(() => {
    const flush = () => {
      closing.current = true;
      if (!isReachable()) return;
      for (const item of held(Date.now())) {
        // It stays listed; opened again, it is sent again with the same key, which counts once.
        change(item.key, { goesAt: 0 });
        void send(item, true).catch(() => undefined);
      }
    };
    // The browser may keep the page for who goes back to it.
    const back = () => {
      closing.current = false;
    };
    window.addEventListener("pagehide", flush);
    window.addEventListener("pageshow", back);
    return () => {
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("pageshow", back);
    };
  }, []);
  return closing;
}

/** Sends what waits, in order, whenever the service can be reached, and says so. */
export function useSendingOut(): void {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const notify = useNotify();
  const problemText = useProblemText();
  const reachable = useReachable();
  const closing = useGoingOutAtClose();
  const waiting = useOutbox().filter(({ asks }) => asks === null);
  const next = waiting.map(({ key, goesAt = 0 }) => `${key}@${goesAt}`).join(" ");

  /** It stands on another state of its ticket: it asks when somebody else has done something. */
  const moved = async (item: Waiting) => {
    const now = await client.query({ ...ticketQuery(item.ticketId), staleTime: 0 });
    const { since = null, myId = "" } = item;
    const known = since !== null && now.revision !== item.ifMatch;
    const mineAlone = known && newsSince(now.timeline, since, myId).length === 0;
    change(item.key, mineAlone ? { ifMatch: now.revision, going: false } : { asks: "moved", going: false });
  };
  const sendAll = async () => {
    let late = 0;
    for (let item = nextOut(Date.now()); item !== null; item = nextOut(Date.now())) {
      try {
        change(item.key, { going: true });
        const answer = await send(item);
        accepted(item, answer.revision);
        keepAnswer(client, answer, item.ticketId);
        if (item.late === true) late += 1;
        else announce(t(saidOf(item)));
      } catch (error) {
        const why = isProblem(error, 412)
          ? await moved(item).then(
              () => null,
              (failed: unknown) => failed,
            )
          : error;
        if (why === null) continue;
        change(item.key, { going: false });
        if (!mayPass(why)) change(item.key, { asks: "refused", reason: problemText(why) });
        else {
          change(item.key, { late: true });
          break;
        }
      }
    }
    if (late === 0) return;
    const words = t("outbox.sent", { count: late });
    notify(words);
    announce(words);
  };
  const going = useRef(false);
  const latest = useRef(sendAll);
  useEffect(() => {
    latest.current = sendAll;
  });

  useEffect(() => {
    if (!reachable || next === "") return;
    const go = () => {
      if (going.current || closing.current) return;
      going.current = true;
      void alone(() => latest.current()).finally(() => {
        going.current = false;
      });
    };
    go();
    const again = window.setInterval(go, AGAIN_MS);
    const now = Date.now();
    const due = held(now).map(({ goesAt = 0 }) => window.setTimeout(go, goesAt - now));
    return () => {
      window.clearInterval(again);
      for (const timer of due) window.clearTimeout(timer);
    };
  }, [reachable, next, closing]);
}
