import { useState } from "react";

import type { Mail } from "@/api/settings-types";

import { useJudgeMail, type Judging as How } from "./api/judge-mail";

/** After this it is said that it takes long; the mail stays in its line. */
const LONG_MS = 30_000;

interface Asked {
  how: How;
  /** Of the mail that was seen. */
  revision: number;
  late: boolean;
}

/** Having a mail judged anew: asked for, then waited for. */
export function useJudging(id: string) {
  const judge = useJudgeMail(id);
  const [asked, setAsked] = useState<Asked | null>(null);
  return {
    asked,
    error: judge.error,
    sending: judge.isPending,
    /** As long as it makes sense to look whether it was. */
    waitsFor: asked === null || asked.late ? null : { revision: asked.revision },
    ask: (how: How, { revision }: Mail) => {
      judge.mutate(how, {
        onSuccess: () => {
          const now: Asked = { how, revision, late: false };
          setAsked(now);
          window.setTimeout(() => {
            setAsked((then) => (then === now ? { ...now, late: true } : then));
          }, LONG_MS);
        },
      });
    },
  };
}

export type JudgingState = ReturnType<typeof useJudging>;
