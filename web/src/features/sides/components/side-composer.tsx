import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { NamedUpload, SideConversation, Ticket } from "@/api/types";
import { FileRows } from "@/components/file-picker";
import { FilesLetGo, useLetGo } from "@/components/files-let-go";
import { KeptFiles } from "@/components/kept-files";
import { useOtherDevices } from "@/components/other-devices";
import { OwnSignature } from "@/components/own-signature";
import { RichText, type RichTextHandle } from "@/components/rich-text/rich-text";
import { Notice } from "@/components/states";
import { act } from "@/lib/actions";
import { announce } from "@/lib/announcer";
import { useAttachments } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";
import { changedAfter } from "@/lib/desk/kept-drafts";
import { useDraft } from "@/lib/draft";
import { useFocusAfterChange } from "@/lib/focus";
import { keyOf } from "@/lib/shortcuts";
import type { OnTicket } from "@/lib/ticket-parts";

import { SIDE_COMPOSING } from "../composing";
import { BESIDE, kindOf } from "../kept";
import { NEW, openSide } from "../open-side";
import {
  addressesIn,
  draftOf,
  letterOf,
  NOTHING_WRITTEN,
  type ChangeWriting,
  type SharedFile,
  type SideWriting,
} from "../writing";
import { SideAddresses } from "./side-addresses";
import styles from "./side-composer.module.css";
import { SideFoot } from "./side-foot";
import { SideHolding } from "./side-holding";
import type { Going } from "./side-pane";

interface Props {
  on: OnTicket;
  which: string;
  side: SideConversation | undefined;
  hold: (going: Going) => boolean;
}

const listed = (addresses: readonly string[]): string => addresses.join(", ");

/** Files of the messages there are, with the version by which they are named. */
const filesOf = ({ timeline }: Ticket): SharedFile[] => [
  ...new Map(
    timeline
      .flatMap(({ attachments }) => attachments)
      .map(({ id, name, href }) => [id, { id, name, version: Number(href.split("version=")[1]) }] as const),
  ).values(),
];

/** Writes to people outside, and says so in every line of it: never to the requester. */
export function SideComposer({ on, which, side, hold }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const letGo = useLetGo();
  const { ticket } = on;
  const stands = { to: listed(side?.to ?? []), cc: listed(side?.cc ?? []) };
  const draft = useDraft<SideWriting>(draftOf(ticket.id, which), NOTHING_WRITTEN);
  const { value } = draft;
  const [asked, setAsked] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const text = useRef<RichTextHandle>(null);
  const to = useRef<HTMLInputElement>(null);
  const focusAfterChange = useFocusAfterChange();
  const attachments = useAttachments(askForUpload, undefined, undefined, {
    count: () => draft.now().files.length,
    take: (upload: NamedUpload) => {
      change((now) => ({ files: [...now.files, upload] }));
    },
  });
  const change: ChangeWriting = (part) => {
    draft.change((now) => ({ ...part(now), at: changedAfter(now.at) }));
  };
  useEffect(() => {
    if (which === NEW) to.current?.focus();
  }, [which]);

  const [written = null] = BESIDE.partsOf(`${ticket.id}.${which}`, value);
  useOtherDevices(BESIDE, ticket.id, [kindOf(which)]);
  const typed = { to: value.to ?? stands.to, cc: value.cc ?? stands.cc };
  const addresses = addressesIn(typed.to);
  const name = ticket.requester.name;
  const plain = { interpolation: { escapeValue: false } };
  const notSeen =
    addresses.length === 0
      ? t("agent:sides.nobodyYet", { name, ...plain })
      : t("agent:sides.notSeen", { to: listed([...addresses, ...addressesIn(typed.cc)]), name, ...plain });
  const missing = {
    to: asked && addresses.length === 0 ? t("agent:sides.emptyTo") : null,
    subject: asked && which === NEW && value.subject.trim() === "" ? t("agent:sides.emptySubject") : null,
    text: asked && value.text.trim() === "" ? t("agent:sides.emptyText") : null,
  };
  const leave = () => {
    openSide(null);
  };
  const send = async () => {
    setAsked(true);
    setUnsent(false);
    const isMissing =
      addresses.length === 0 || value.text.trim() === "" || (which === NEW && value.subject.trim() === "");
    if (isMissing || letGo(value.files) !== null) return;
    try {
      await attachments.settled();
    } catch {
      return; // its row says so
    }
    const back = draft.now();
    const letter = letterOf(back, which, stands);
    const key = crypto.randomUUID();
    if (!hold({ key, letter, draft: draftOf(ticket.id, which), back })) {
      setUnsent(true);
      return;
    }
    // Empty from now on, on other devices too.
    change(() => NOTHING_WRITTEN);
    attachments.clear();
    setAsked(false);
    announce(t("agent:outbox.going"));
    focusAfterChange(() => text.current?.field());
  };
  const acts = { send: () => void send(), leave };
  const onKey = (event: KeyboardEvent): boolean => {
    const action = SIDE_COMPOSING.find(({ keys = [] }) => keys.includes(keyOf(event)));
    if (action === undefined) return false;
    event.preventDefault();
    event.stopPropagation();
    act(action, acts, t);
    return true;
  };
  const canHold = ticket.next_states.includes("on_hold") || ticket.state === "on_hold";

  return (
    <section className={styles.composer} aria-label={t("agent:sides.compose")}>
      <p className={styles.notSeen} id="side-not-seen">
        {notSeen}
      </p>
      <div className={styles.middle}>
        <SideAddresses {...{ to, typed, value, missing, onKey, change }} asksSubject={which === NEW} />
        <RichText
          ref={text}
          label={t("agent:sides.message", { to: listed(addresses), ...plain })}
          placeholder={t("agent:sides.placeholder")}
          error={missing.text}
          value={{ text: value.text, html: value.html }}
          onChange={(now) => {
            change(() => now);
          }}
          onKey={onKey}
        />
        <OwnSignature ticketId={ticket.id} to="outside" />
        <KeptFiles
          files={[...value.files, ...value.shared]}
          onRemove={(id) => {
            change(({ files, shared }) => ({
              files: files.filter((file) => file.id !== id),
              shared: shared.filter((file) => file.id !== id),
            }));
          }}
        />
        <FilesLetGo files={value.files} />
        <FileRows attachments={attachments} />
        {canHold && <SideHolding {...{ value, change }} />}
        {unsent && (
          <div role="alert">
            <Notice tone="bad">{t("agent:outbox.asks.refused")}</Notice>
          </div>
        )}
      </div>
      <SideFoot {...{ value, change, written, attachments }} offered={filesOf(ticket)} onSend={acts.send} />
    </section>
  );
}
