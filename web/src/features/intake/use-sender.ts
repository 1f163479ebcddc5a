import { useCallback, useRef } from "react";

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
  /** An upload belongs to the form session it was asked for in. */
  ownsUpload: (uploadId: string, token: string) => boolean;
}

export function useSender(me: Me | null): Sender {
  const session = useFormSession();
  const tokens = useRef(new Map<string, string>());
  const ask: AskForUpload = useCallback(
    (file) => {
      if (me !== null) return askForUpload(file);
      return session.act(async (token) => {
        const upload = await askForPortalUpload(token, file);
        tokens.current.set(upload.id, token);
        return upload;
      });
    },
    [me, session],
  );
  return { me, session, ask, ownsUpload: (id, token) => tokens.current.get(id) === token };
}
