import { ActionIcon, Button, TextInput, type TextInputProps } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Ticket } from "@/api/types";
import { useComplain, useNotify } from "@/components/notify";
import { SideCard } from "@/components/side-card";
import { useTakingBack } from "@/components/taking-back";
import { useUpdateTicket } from "@/lib/desk/update-ticket";
import { refusalsOf } from "@/lib/field-errors";
import { useFocusOnMount } from "@/lib/focus";
import { listed } from "@/lib/isolated";
import { isProblem } from "@/lib/problem";
import type { OnTicket } from "@/lib/ticket-parts";
import { useWords } from "@/lib/words";

import styles from "./panel.module.css";

/** What the ticket is about: named by the id of a thing or by the number that stands on it. */
export function AssetsPanel({ ticket }: OnTicket) {
  const { t } = useTranslation("agent");
  const [adding, setAdding] = useState(false);
  const frozen = ticket.phase === "closed";
  const none = ticket.assets.length === 0 && ticket.unknown_asset === null;
  const add = {
    words: t("assets.addOne"),
    run: () => {
      setAdding(!adding);
    },
  };
  return (
    <SideCard title={t("ticket.assets")} empty={none && !adding} add={frozen ? undefined : add}>
      <Affected ticket={ticket} adding={adding && !frozen} />
    </SideCard>
  );
}

function Affected({ ticket, adding }: { ticket: Ticket; adding: boolean }) {
  const { t } = useTranslation("agent");
  const words = useWords();
  const complain = useComplain();
  const notify = useNotify();
  const done = useTakingBack();
  const update = useUpdateTicket(ticket);
  const [name, setName] = useState("");
  const [refused, setRefused] = useState<string>();
  const ids = ticket.assets.map(({ id }) => id);
  const frozen = ticket.phase === "closed";

  const change = (assets: string[], typed = false) => {
    update.mutate(
      { assets },
      {
        onSuccess: (answer) => {
          done(ticket, answer);
          setName("");
        },
        onError: (error) => {
          const [first] = refusalsOf(error);
          if (typed && first !== undefined) setRefused(first.message);
          else if (isProblem(error, 412)) notify(t("conflict.property"), { tone: "warn" });
          else complain(error);
        },
      },
    );
  };

  return (
    <div className={styles.panel}>
      {ticket.unknown_asset !== null && (
        <p className={styles.unknown}>{t("assets.unknown", { name: ticket.unknown_asset })}</p>
      )}
      <ul className={styles.list}>
        {ticket.assets.map((asset) => (
          <li key={asset.id}>
            <span>
              <strong>
                <bdi>{asset.name}</bdi>
              </strong>
              <span className={styles.about}>
                {listed(
                  [
                    asset.type,
                    asset.id,
                    asset.impact !== null && t("assets.asksFor", { impact: words.scale(asset.impact) }),
                  ],
                  " · ",
                )}
              </span>
            </span>
            {!frozen && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("assets.remove", { name: asset.name })}
                disabled={update.isPending}
                onClick={() => {
                  change(ids.filter((id) => id !== asset.id));
                }}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <form
          noValidate
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") change([...ids, name.trim()], true);
          }}
        >
          <NameField
            size="sm"
            label={t("assets.name")}
            labelProps={{ className: styles.label }}
            maxLength={250}
            autoComplete="off"
            value={name}
            error={refused}
            onChange={(event) => {
              setName(event.currentTarget.value);
              setRefused(undefined);
            }}
          />
          <Button type="submit" size="sm" variant="default" loading={update.isPending}>
            {t("assets.add")}
          </Button>
        </form>
      )}
    </div>
  );
}

/** It appears because somebody wants to name one. */
function NameField(props: TextInputProps) {
  const field = useFocusOnMount<HTMLInputElement>();
  return <TextInput ref={field} {...props} />;
}
