import { IconCheckbox } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Ticket } from "@/api/types";
import { KeyMenu } from "@/components/key-menu";
import { useComplain, useNotify } from "@/components/notify";
import { useTakingBack } from "@/components/taking-back";
import { take } from "@/features/assignment/actions";
import type { RowActs } from "@/features/lists/components/queue-table";
import { useNames } from "@/features/lists/use-names";
import { wait } from "@/features/tickets/actions";
import { refusalOf } from "@/lib/actions";
import { useMe } from "@/lib/desk/get-me";
import { ticketQuery } from "@/lib/desk/get-ticket";
import { useTeam } from "@/lib/desk/get-team";
import { useTeams } from "@/lib/desk/list-teams";
import { useUpdateTicket } from "@/lib/desk/update-ticket";
import type { OnTicket, TicketAction, TicketDialog } from "@/lib/ticket-parts";

/** By swiping a row towards the end of its line, and towards the start. */
const SWIPED = { end: take, start: wait } as const;

interface Doing {
  ticket: Ticket;
  action: TicketAction;
}

/**
 * What is done to a ticket from its row on a phone, by swiping it or from its menu; `asks` goes beside the list.
 * `choose`: where rows are chosen.
 */
export function useRowActs(choose?: (id: string, range: boolean) => void): {
  acts: RowActs;
  asks: ReactNode;
} {
  const { t } = useTranslation(["agent", "common"]);
  const client = useQueryClient();
  const me = useMe().data;
  const complain = useComplain();
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const latest = useRef(complain);
  useEffect(() => {
    latest.current = complain;
  });
  const begins = useMemo(() => {
    const begin = (id: string, action: TicketAction) => {
      // As it is now: what is done to it is done to what the service has.
      client.query({ ...ticketQuery(id), staleTime: 0 }).then(
        (ticket) => {
          setDoing({ ticket, action });
        },
        (error: unknown) => {
          latest.current(error);
        },
      );
    };
    return {
      begin,
      acts: {
        words: { end: take.words(t), start: wait.words(t) },
        swiped: (id: string, side: keyof typeof SWIPED) => {
          begin(id, SWIPED[side]);
        },
        onMenu: setMenuOf,
      },
    };
  }, [client, t]);
  const menu = menuOf !== null && {
    id: menuOf,
    menu: (
      <Menu
        {...{ id: menuOf, choose }}
        onClose={() => {
          setMenuOf(null);
        }}
        onChosen={(action) => {
          begins.begin(menuOf, action);
        }}
      />
    ),
  };
  return {
    acts: { ...begins.acts, menu: menu === false ? null : menu },
    asks: doing !== null && me !== undefined && (
      <Act
        key={`${doing.ticket.id} ${doing.action.id}`}
        {...{ ...doing, me }}
        onDone={() => {
          setDoing(null);
        }}
      />
    ),
  };
}

function useOn(ticket: Ticket, me: Me): Omit<OnTicket, "busy" | "change" | "open"> {
  const complain = useComplain();
  const teams = useTeams().data;
  const nothing = () => undefined;
  return {
    ...{
      ticket,
      me,
      complain,
      teams: teams ?? [],
      teamName: useNames(teams),
      insert: nothing,
      choose: nothing,
    },
    members: useTeam(ticket.team).data?.members ?? [],
  };
}

interface MenuProps {
  id: string;
  choose: ((id: string, range: boolean) => void) | undefined;
  onChosen: (action: TicketAction) => void;
  onClose: () => void;
}

/** It opens at once: what does not apply to the ticket as it is now is said when it is chosen. */
function Menu({ id, choose, onChosen, onClose }: MenuProps) {
  const { t } = useTranslation(["agent", "common"]);
  const acts = Object.values(SWIPED).map((action) => ({
    ...{ id: action.id, words: action.words(t), Icon: action.Icon },
    run: () => {
      onChosen(action);
    },
  }));
  const chooses = choose && {
    ...{ id: "choose", words: t("agent:selection.key"), Icon: IconCheckbox, apart: true },
    run: () => {
      choose(id, false);
    },
  };
  return (
    <KeyMenu
      label={t("agent:rows.menu", { id })}
      opened
      onChange={onClose}
      position="bottom-end"
      choices={chooses ? [...acts, chooses] : acts}
    >
      <span aria-hidden />
    </KeyMenu>
  );
}

/** Does it at once, or asks for what it needs. */
function Act({
  ticket,
  me,
  action,
  onDone,
}: {
  ticket: Ticket;
  me: Me;
  action: TicketAction;
  onDone: () => void;
}) {
  const { t } = useTranslation(["agent", "common"]);
  const notify = useNotify();
  const tell = useTakingBack();
  const update = useUpdateTicket(ticket);
  const [Dialog, setDialog] = useState<TicketDialog | null>(null);
  const on: OnTicket = {
    ...useOn(ticket, me),
    busy: update.isPending,
    change: (fields) => {
      update.mutateAsync(fields).then((answer) => {
        tell(ticket, answer);
      }, on.complain);
      onDone();
    },
    open: (Asks) => {
      setDialog(() => Asks);
    },
  };
  const began = useRef(false);
  useEffect(() => {
    if (began.current) return;
    began.current = true;
    const refusal = refusalOf(action, on, t);
    if (refusal === null) action.run(on);
    else {
      notify(
        t("agent:refused.say", {
          action: action.words(t),
          reason: refusal,
          interpolation: { escapeValue: false },
        }),
        {
          tone: "warn",
        },
      );
      onDone();
    }
  });
  return Dialog !== null && <Dialog {...on} onClose={onDone} />;
}
