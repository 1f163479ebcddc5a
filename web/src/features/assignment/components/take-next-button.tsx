import { Button } from "@mantine/core";
import { IconHandStop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { useComplain, useNotify } from "@/components/notify";
import { useTakingBack } from "@/components/taking-back";
import { isProblem } from "@/lib/problem";

import { useTakeNext } from "../api/take-next";

/** For teams whose people fetch their work themselves. */
export function TakeNextButton({ team, onTaken }: { team: string; onTaken: (ticketId: string) => void }) {
  const { t } = useTranslation("agent");
  const notify = useNotify();
  const done = useTakingBack();
  const complain = useComplain();
  const take = useTakeNext(team);
  return (
    <Button
      size="sm"
      leftSection={<IconHandStop size={16} />}
      loading={take.isPending}
      onClick={() => {
        take.mutate(undefined, {
          onSuccess: (ticket) => {
            done({ ...ticket, assignee: null }, ticket);
            onTaken(ticket.id);
          },
          onError: (error) => {
            if (isProblem(error, 404)) notify(t("queue.nothingForYou"), { tone: "warn" });
            else complain(error);
          },
        });
      }}
    >
      {t("queue.takeNext")}
    </Button>
  );
}
