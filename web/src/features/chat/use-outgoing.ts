import { useEffect, useRef, useState } from "react";

import { isProblem, mayPass } from "@/lib/problem";

import { sendWords } from "./api/chat";
import { changeOutgoing, useKeptChat } from "./kept";

/** So often it is tried again by itself; then whoever wrote it says when. */
const TRIES = 4;
const pause = (tries: number) => Math.min(1_000 * 2 ** tries, 10_000);

/** One after the other, in the order they were written: the next goes when the one before it was accepted. */
export function useOutgoing(onAccepted: () => void): void {
  const kept = useKeptChat();
  const next = kept?.outgoing.find(({ id }) => id === undefined);
  const going = useRef("");
  const tries = useRef(0);
  const [again, setAgain] = useState(0);
  const token = kept?.token;
  const [key, body, failed] = [next?.key, next?.body, next?.failed];

  useEffect(() => {
    if (token === undefined || key === undefined || body === undefined || failed === true) return;
    if (going.current === key) return;
    going.current = key;
    sendWords(token, body, key)
      .then((chat) => {
        tries.current = 0;
        changeOutgoing(key, { id: chat.messages[0]?.id ?? "" });
        onAccepted();
      })
      .catch((error: unknown) => {
        const passes = mayPass(error) || isProblem(error, "conflict");
        if (!passes || tries.current >= TRIES) {
          tries.current = 0;
          changeOutgoing(key, { failed: true });
          return;
        }
        window.setTimeout(() => {
          setAgain((count) => count + 1);
        }, pause(tries.current));
        tries.current += 1;
      })
      .finally(() => {
        going.current = "";
      });
  }, [token, key, body, failed, again, onAccepted]);

  useEffect(() => {
    const online = () => {
      tries.current = 0;
      if (key !== undefined) changeOutgoing(key, { failed: false });
      setAgain((count) => count + 1);
    };
    window.addEventListener("online", online);
    return () => {
      window.removeEventListener("online", online);
    };
  }, [key]);
}
