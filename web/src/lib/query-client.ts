import { MutationCache, onlineManager, QueryCache, QueryClient } from "@tanstack/react-query";

import { isProblem, mayPass } from "./problem";
import { isReachable, onReachability } from "./reachability";

const TRIES = 3;

// What is shown is asked for again once the service can be reached again.
onlineManager.setEventListener((setOnline) =>
  onReachability(() => {
    setOnline(isReachable());
  }),
);

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 401)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Nothing is held back silently: without network a request fails at once, and whoever made it says so.
      mutations: { networkMode: "always" },
      queries: {
        networkMode: "always",
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (failures, error) => failures < TRIES && isReachable() && mayPass(error),
      },
    },
  });
}
