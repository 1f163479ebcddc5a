import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

import { ApiProblem, isProblem } from "./problem";

const TRIES = 3;

/** A refusal is final; no answer, or a fault on the other side, is worth another try. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 401)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < TRIES && (!(error instanceof ApiProblem) || error.status >= 500 || error.status === 429),
      },
    },
  });
}
