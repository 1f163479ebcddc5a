import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useNotify } from "@/components/notify";
import { Sheet } from "@/components/sheet";
import { act } from "@/lib/actions";

import { solvedThere, takeIn } from "../actions";
import { closeCall, useCall, type About } from "../call";
import { useTakingCall } from "../use-taking-call";
import styles from "./call.module.css";
import { CallForm } from "./call-form";

interface Props {
  onOpen: (ticketId: string) => void;
}

/** Takes calls over anything. Closed, it keeps what was noted, files too. */
export function CallSheet({ onOpen }: Props) {
  const { open, times, about } = useCall();
  if (times === 0) return null;
  return <OneCall key={about?.id ?? ""} {...{ open, times, about, onOpen }} />;
}

interface OfCall extends Props {
  open: boolean;
  times: number;
  about: About | null;
}

function OneCall({ open, times, about, onOpen }: OfCall) {
  const { t } = useTranslation(["agent", "common"]);
  const notify = useNotify();
  const box = useRef<HTMLDivElement>(null);
  const call = useTakingCall(about, ({ id, solved, added }) => {
    closeCall();
    notify(t(`agent:create.${solved ? "solvedDone" : added ? "added" : "done"}`, { id }));
    if (!solved && about === null) onOpen(id);
  });
  if (!open) return null;
  const on = {
    take: (solved: boolean) => {
      call.take(solved, box.current);
    },
    solvable: true,
  };
  return (
    <Sheet
      title={
        <>
          {t(about === null ? "agent:nav.new" : "agent:create.callAbout")} <Clock key={times} />
        </>
      }
      onClose={closeCall}
      onSubmit={() => {
        act(takeIn, on, t);
      }}
      onKey={(keys) => {
        const meant = solvedThere.keys?.includes(keys) === true;
        if (meant) act(solvedThere, on, t);
        return meant;
      }}
    >
      <div ref={box}>
        <CallForm call={call} onTake={on.take} given={about === null ? null : <Given about={about} />} />
      </div>
    </Sheet>
  );
}

function Given({ about: { id, subject, requester } }: { about: About }) {
  return (
    <div className={styles.person}>
      <p className={styles.name}>
        <strong>
          <bdi>{requester.name}</bdi>
        </strong>
      </p>
      <p className={styles.facts}>
        <span className={styles.id}>{id}</span> <bdi>{subject}</bdi>
      </p>
    </div>
  );
}

const SECOND_MS = 1_000;

/** How long it has been open. */
function Clock() {
  const { t } = useTranslation("agent");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begun = Date.now();
    const ticking = window.setInterval(() => {
      setSeconds(Math.floor((Date.now() - begun) / SECOND_MS));
    }, SECOND_MS);
    return () => {
      window.clearInterval(ticking);
    };
  }, []);
  return (
    <span role="timer" aria-label={t("create.clock")} className={styles.clock}>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </span>
  );
}
