import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { useMe } from "@/lib/desk/get-me";
import { useLive, useWatch } from "@/lib/live-context";

/** What is shown of mail is asked for again when one was held, or is held no more: for who may let it in. */
export function useNewsOfHeld(): void {
  const client = useQueryClient();
  const { hear } = useLive();
  useWatch(...(useMe().data?.role === "admin" ? ["mails"] : []));
  useEffect(
    () =>
      hear((told) => {
        if (told.type === "mails") void client.invalidateQueries({ queryKey: ["mails"] });
      }),
    [hear, client],
  );
}
