import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";

import { isProblem } from "@/lib/problem";

import { formQuery } from "./api/get-form";

/** A form token must be two seconds old; a fresh one waits that long before it is used. */
const TOKEN_RIPENS_MS = 2_200;
const TRIES = 3;

const ripen = () => new Promise((resolve) => setTimeout(resolve, TOKEN_RIPENS_MS));

export interface FormSession {
  /** Do something with the form's token, waiting until it is ripe, and with a new one when it has run out. */
  act: <T>(what: (token: string) => Promise<T>) => Promise<T>;
}

export function useFormSession(): FormSession {
  const client = useQueryClient();
  return useMemo(() => {
    const act = async <T>(what: (token: string) => Promise<T>): Promise<T> => {
      for (let tries = 1; ; tries += 1) {
        const { form_token } = await client.query({ ...formQuery(), staleTime: "static" });
        try {
          return await what(form_token);
        } catch (error) {
          const passing = isProblem(error, "form_too_fast", "form_expired", "form_invalid");
          if (tries === TRIES || !passing) throw error;
          if (error.code !== "form_too_fast") await renewed(form_token);
          await ripen();
        }
      }
    };
    /** One new token, however many found the old one expired. */
    const renewed = async (old: string): Promise<void> => {
      const { form_token } = await client.query({ ...formQuery(), staleTime: "static" });
      if (form_token === old) await client.query({ ...formQuery(), staleTime: 0 });
    };
    return { act };
  }, [client]);
}
