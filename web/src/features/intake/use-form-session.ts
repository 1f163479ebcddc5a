import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";

import { useDraft } from "@/lib/draft";
import { isProblem } from "@/lib/problem";

import { formQuery } from "./api/get-form";

/** A form token must be two seconds old; a fresh one waits that long before it is used. */
const TOKEN_RIPENS_MS = 2_200;
const TRIES = 3;

const ripen = () => new Promise((resolve) => setTimeout(resolve, TOKEN_RIPENS_MS));

export interface FormSession {
  /** Do something with the form's token, waiting until it is ripe, and with a new one when it has run out. */
  act: <T>(what: (token: string) => Promise<T>) => Promise<T>;
  /** An upload belongs to the form it was asked for in, which is kept on the device for as long as it has any. */
  hold: (token: string, upload: string) => void;
  holds: (token: string, upload: string) => boolean;
  forget: () => void;
}

interface Held {
  token: string;
  uploads: readonly string[];
}

const NOTHING: Held = { token: "", uploads: [] };

export function useFormSession(): FormSession {
  const client = useQueryClient();
  const { value, change, clear } = useDraft<Held>("request.session", NOTHING);
  const held = useRef(value);
  return useMemo(() => {
    const present = async (): Promise<string> =>
      held.current.token || (await client.query({ ...formQuery(), staleTime: "static" })).form_token;
    const act = async <T>(what: (token: string) => Promise<T>): Promise<T> => {
      for (let tries = 1; ; tries += 1) {
        const token = await present();
        try {
          return await what(token);
        } catch (error) {
          const passing = isProblem(error, "form_too_fast", "form_expired", "form_invalid");
          if (tries === TRIES || !passing) throw error;
          if (error.code !== "form_too_fast") await renewed(token);
          await ripen();
        }
      }
    };
    /** One new token, however many found the old one expired. */
    const renewed = async (old: string): Promise<void> => {
      if (held.current.token === old) forget();
      const { form_token } = await client.query({ ...formQuery(), staleTime: "static" });
      if (form_token === old) await client.query({ ...formQuery(), staleTime: 0 });
    };
    const hold = (token: string, upload: string) => {
      const before = held.current.token === token ? held.current.uploads : [];
      held.current = { token, uploads: [...before, upload] };
      change(held.current);
    };
    const holds = (token: string, upload: string) =>
      held.current.token === token && held.current.uploads.includes(upload);
    const forget = () => {
      held.current = NOTHING;
      clear();
    };
    return { act, hold, holds, forget };
  }, [client, change, clear]);
}
