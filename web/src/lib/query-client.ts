import { QueryClient } from "@tanstack/react-query";

import { ApiProblem } from "./problem";

const TRIES = 3;

/** A refusal is final; no answer, or a fault on the other side, is worth another try. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < TRIES && (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429),
      },
    },
  });
