import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/lib/api-client";
import { isProblem } from "@/lib/problem";

import { heldKey } from "./count-held";
import { mailQuery } from "./get-mail";
import { mailsKey } from "./list-mails";

/** `replays` by the settings that hold now, `releases` whatever is wrong with it. */
export type Judging = "replays" | "releases";

/** It waits in a line: the answer is the mail as it was. */
export function useJudgeMail(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (how: Judging) => api.post(`/api/mails/{mail_id}/${how}`, { path: { mail_id: id } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: mailsKey });
      void client.invalidateQueries({ queryKey: heldKey });
    },
    onError: (error) => {
      // Somebody else was first.
      if (isProblem(error, 409)) void client.invalidateQueries({ queryKey: mailQuery(id).queryKey });
    },
  });
}
