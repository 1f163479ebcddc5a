import { ActionIcon, Button, Checkbox, Menu, TextInput } from "@mantine/core";
import { IconTicket } from "@tabler/icons-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { NamedUpload, SideConversation, Ticket } from "@/api/types";
import { AttachButton } from "@/components/attach-button";
import { FileRows } from "@/components/file-picker";
import { KeptFiles } from "@/components/kept-files";
import { KeyTip } from "@/components/key-tip";
import { useOtherDevices } from "@/components/other-devices";
import { OwnSignature } from "@/components/own-signature";
import { RichText, type RichTextHandle } from "@/components/rich-text/rich-text";
import { Safety } from "@/components/safety";
import { Notice } from "@/components/states";
import { act, ariaKeys } from "@/lib/actions";
import { announce } from "@/lib/announcer";
import { useAttachments } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";
import { changedAfter } from "@/lib/desk/kept-drafts";
import { useDraft } from "@/lib/draft";
import { useFocusAfterChange } from "@/lib/focus";
import { keyOf } from "@/lib/shortcuts";
import type { OnTicket } from "@/lib/ticket-parts";

import { sendBeside, SIDE_COMPOSING } from "../composing";
import { BESIDE, kindOf } from "../kept";
import { NEW, openSide } from "../open-side";
import {
  addressesIn,
  draftOf,
  letterOf,
  NOTHING_WRITTEN,
  type SharedFile,
  type SideWriting,
} from "../writing";
import styles from "./side-composer.module.css";
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
  const change = (part: (now: SideWriting) => Partial<SideWriting>) => {
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
    if (isMissing) return;
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
  const offered = filesOf(ticket);
  const canHold = ticket.next_states.includes("on_hold") || ticket.state === "on_hold";

  return (
    <section className={styles.composer} aria-label={t("agent:sides.compose")}>
      <p className={styles.notSeen} id="side-not-seen">
        {notSeen}
      </p>
      <div className={styles.middle}>
        <div className={styles.addresses}>
          <TextInput
            ref={to}
            size="xs"
            label={t("agent:sides.to")}
            placeholder={t("agent:sides.toHint")}
            autoComplete="off"
            onKeyDown={onKey}
            value={typed.to}
            error={missing.to}
            onChange={({ currentTarget }) => {
              change(() => ({ to: currentTarget.value }));
            }}
          />
          <TextInput
            size="xs"
            label={t("agent:sides.cc")}
            autoComplete="off"
            onKeyDown={onKey}
            value={typed.cc}
            onChange={({ currentTarget }) => {
              change(() => ({ cc: currentTarget.value }));
            }}
          />
          {which === NEW && (
            <TextInput
              size="xs"
              className={styles.subject}
              label={t("agent:sides.subject")}
              maxLength={250}
              onKeyDown={onKey}
              value={value.subject}
              error={missing.subject}
              onChange={({ currentTarget }) => {
                change(() => ({ subject: currentTarget.value }));
              }}
            />
          )}
        </div>
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
        <FileRows attachments={attachments} />
        {canHold && (
          <div className={styles.holding}>
            <Checkbox
              size="xs"
              label={t("agent:sides.wait")}
              checked={value.holds}
              onChange={({ currentTarget }) => {
                change(() => ({ holds: currentTarget.checked }));
              }}
            />
            {value.holds && (
              <TextInput
                size="xs"
                label={t("agent:sides.vendor")}
                value={value.vendor}
                onChange={({ currentTarget }) => {
                  change(() => ({ vendor: currentTarget.value }));
                }}
              />
            )}
          </div>
        )}
        {unsent && (
          <div role="alert">
            <Notice tone="bad">{t("agent:outbox.asks.refused")}</Notice>
          </div>
        )}
      </div>
      <div className={styles.foot}>
        <KeyTip of={sendBeside}>
          <Button
            size="xs"
            className={styles.send}
            aria-keyshortcuts={ariaKeys(sendBeside)}
            onClick={acts.send}
          >
            {sendBeside.words(t)}
          </Button>
        </KeyTip>
        <AttachButton maxBytes={attachments.maxBytes} onAdd={attachments.add} />
        <Menu position="top-start" closeOnItemClick={false}>
          <Menu.Target>
            <ActionIcon size={30} variant="subtle" color="gray" aria-label={t("agent:sides.files")}>
              <IconTicket size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {offered.length === 0 ? t("agent:sides.noFiles") : t("agent:sides.files")}
            </Menu.Label>
            {offered.map((file) => (
              <Menu.CheckboxItem
                key={file.id}
                checked={value.shared.some(({ id }) => id === file.id)}
                onChange={(checked) => {
                  change(({ shared }) => ({
                    shared: checked ? [...shared, file] : shared.filter(({ id }) => id !== file.id),
                  }));
                }}
              >
                <bdi>{file.name}</bdi>
              </Menu.CheckboxItem>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Safety of={written} />
      </div>
    </section>
  );
}
