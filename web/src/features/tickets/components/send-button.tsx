import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconChevronUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { OwnSettings } from "@/api/types";
import { Keys, KeyTip } from "@/components/key-tip";
import { act, ariaKeys, refusalOf } from "@/lib/actions";

import { send, SENDING, type OnComposer } from "../composing";
import styles from "./composer.module.css";

export type AfterSend = NonNullable<OwnSettings["after_send"]>;

interface Props {
  on: OnComposer;
  note: boolean;
  busy: boolean;
  then: AfterSend;
}

/** Sends it as it is; with a menu of where the ticket can go with it. */
export function SendButton({ on, note, busy, then }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const [menu, setMenu] = useState(false);
  const offered = SENDING.filter((action) => refusalOf(action, on, t) === null);
  return (
    <div className={styles.send}>
      <KeyTip of={send}>
        <Button
          size="xs"
          loading={busy}
          aria-keyshortcuts={ariaKeys(send)}
          onClick={() => {
            act(send, on, t);
          }}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" || offered.length === 0) return;
            event.preventDefault();
            setMenu(true);
          }}
        >
          {note ? t("agent:composer.addNote") : send.words(t)}
        </Button>
      </KeyTip>
      {offered.length > 0 && (
        <Menu position="top-start" opened={menu} onChange={setMenu}>
          <Menu.Target>
            <ActionIcon size={30} disabled={busy} aria-label={t("agent:composer.sendAs")}>
              <IconChevronUp size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {offered.map((action) => (
              <Menu.Item
                key={action.id}
                rightSection={action.keys?.[0] === undefined ? undefined : <Keys keys={action.keys[0]} />}
                onClick={() => {
                  act(action, on, t);
                }}
              >
                {action.words(t)}
              </Menu.Item>
            ))}
            <Menu.Label>{t(`agent:composer.then.${then}`)}</Menu.Label>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
