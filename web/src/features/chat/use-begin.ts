import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { keyFor, type SentKey } from "@/lib/idempotency";
import { isProblem } from "@/lib/problem";

import { openChat, openOwnChat } from "./api/chat";
import { begin } from "./kept";

export interface FirstWords {
  name: string;
  email: string;
  body: string;
}

interface Begin {
  signedIn: boolean;
  formToken: string;
  /** A token for another try, when the one before has run out. */
  renew: () => Promise<string>;
  onBegun: () => void;
}

/** A form must be two seconds old. */
const RIPENS_MS = 2_200;
const TRIES = 3;
const LONGEST = 80;

const ripen = () => new Promise((resolve) => setTimeout(resolve, RIPENS_MS));

/** As the service calls it: the first line that says something, cut between words. */
export function subjectOf(body: string): string {
  const line =
    body
      .split("\n")
      .map((each) => each.trim().replace(/\s+/g, " "))
      .find((each) => each !== "") ?? body;
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST - 1);
  return `${cut.slice(0, cut.lastIndexOf(" ")) || cut}…`;
}

export function useBegin({ signedIn, formToken, renew, onBegun }: Begin) {
  const { i18n } = useTranslation();
  const lastKey = useRef<SentKey | null>(null);
  const asGuest = async ({ name, email, body }: FirstWords, website: string) => {
    let token = formToken;
    for (let tries = 1; ; tries += 1) {
      try {
        return await openChat({
          ...{ form_token: token, name: name.trim(), email: email.trim(), body: body.trim(), website },
          language: i18n.language,
        });
      } catch (error) {
        const passing = isProblem(error, "form_too_fast", "form_expired", "form_invalid");
        if (tries === TRIES || !passing || website !== "") throw error;
        if (error.code !== "form_too_fast") token = await renew();
        await ripen();
      }
    }
  };
  const asThemselves = (body: string) => {
    const sent = (lastKey.current = keyFor({ body }, lastKey.current));
    return openOwnChat(subjectOf(body), body.trim(), sent.key);
  };
  return useMutation({
    mutationFn: ({ words, website }: { words: FirstWords; website: string }) =>
      signedIn ? asThemselves(words.body) : asGuest(words, website),
    onSuccess: ({ id, token }) => {
      onBegun();
      begin(id, token);
    },
    onError: (error) => {
      if (isProblem(error, "chat_closed", "idempotency_key_reused")) void renew();
    },
  });
}
