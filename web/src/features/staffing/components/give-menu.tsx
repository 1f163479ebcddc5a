import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import type { Workload } from "@/api/settings-types";
import type { Card } from "@/api/types";
import { useComplain, useNotify } from "@/components/notify";

import { useGiveTicket } from "../api/give-ticket";
import { receivers } from "../now";
import styles from "./now-tickets.module.css";
import { usePresenceWords } from "./roster-table";

interface Props {
  card: Card;
  owner: Workload;
  people: readonly Workload[];
}

/** Who of the ticket's team goes on with it; those with the most room stand first. */
export function GiveMenu({ card, owner, people }: Props) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const complain = useComplain();
  const presence = usePresenceWords();
  const { mutate, isPending } = useGiveTicket();
  const others = receivers(people, card.team, owner.id);
  const give = (to: Workload) => {
    mutate(
      { card, to: to.id },
      {
        onError: complain,
        onSuccess: (ticket) => {
          notify(t("now.given", { id: card.id, name: to.name }), {
            undo: {
              words: t("now.undo"),
              run: () => {
                mutate({ card: ticket, to: owner.id }, { onError: complain });
              },
            },
          });
        },
      },
    );
  };
  return (
    <Menu position="bottom-end" withinPortal width={280}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          loading={isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t("now.giveOf", { id: card.id })}
        >
          {t("now.give")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.receivers}>
        {others.length === 0 && <Menu.Label>{t("now.nobodyElse")}</Menu.Label>}
        {others.map((person) => (
          <Menu.Item
            key={person.id}
            disabled={person.out === "absent"}
            rightSection={t("roster.held", { held: person.held, capacity: person.capacity })}
            onClick={() => {
              give(person);
            }}
          >
            <bdi>{person.name}</bdi>
            {person.out !== "" && <span className={styles.out}> {presence(person.out)}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
