import { Button, type ButtonProps } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { ticketQuery } from "@/lib/desk/get-ticket";

import { change, type Waiting } from "../outbox";

interface Props {
  item: Waiting;
  size: NonNullable<ButtonProps["size"]>;
}

/** The yes to what asks before it goes out. */
export function SendAnyway({ item, size }: Props) {
  const { t } = useTranslation("agent");
  const client = useQueryClient();
  const send = async () => {
    if (item.asks === "moved") {
      const { revision } = await client.query({ ...ticketQuery(item.ticketId), staleTime: 0 });
      change(item.key, { ifMatch: revision });
    }
    change(item.key, { asks: null, at: Date.now() });
  };
  return (
    <Button
      size={size}
      onClick={() => {
        void send().catch(() => undefined);
      }}
    >
      {item.asks === "refused" ? t("outbox.again") : t("conflict.sendAnyway")}
    </Button>
  );
}
