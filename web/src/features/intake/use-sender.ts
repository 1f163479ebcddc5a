import { useCallback } from "react";

import type { Me } from "@/api/types";
import type { AskForUpload } from "@/lib/attachments";
import { askForUpload } from "@/lib/desk/ask-for-upload";

import { askForPortalUpload } from "./api/ask-for-portal-upload";
import { useFormSession, type FormSession } from "./use-form-session";

/** Who sends: somebody signed in, or whoever holds the form. */
export interface Sender {
  me: Me | null;
  session: FormSession;
  ask: AskForUpload;
}

export function useSender(me: Me | null): Sender {
  const session = useFormSession();
  const ask: AskForUpload = useCallback(
    (file) => {
      if (me !== null) return askForUpload(file);
      return session.act(async (token) => {
        const upload = await askForPortalUpload(token, file);
        session.hold(token, upload.id);
        return upload;
      });
    },
    [me, session],
  );
  return { me, session, ask };
}
