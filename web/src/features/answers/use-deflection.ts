import { useDraft } from "@/lib/draft";

import { useTellOfAnswer } from "./api/answers";

const DAY_MS = 24 * 3_600_000;

interface Deflected {
  article: string;
  language: string;
  at: number;
}

const NOTHING: Deflected = { article: "", language: "", at: 0 };

/** A request that an article deflected is counted, by the last that did; who asks within a day after all takes that back. */
export function useDeflection(signedIn: boolean) {
  const { now, change, clear } = useDraft<Deflected>("answers.deflected", NOTHING);
  const { mutate } = useTellOfAnswer(signedIn);
  const takeBack = () => {
    const { article, language, at } = now();
    clear();
    if (article !== "" && Date.now() - at < DAY_MS)
      mutate({ id: article, language, body: { helped: false, reason: null, asking: "after_all" } });
  };
  return {
    deflected: (article: string, language: string) => {
      if (now().article === article) return;
      takeBack();
      change({ article, language, at: Date.now() });
      mutate({ id: article, language, body: { helped: true, reason: null, asking: "deflected" } });
    },
    asked: takeBack,
  };
}
