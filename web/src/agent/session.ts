import { useSyncExternalStore } from "react";

import { Session } from "@/lib/session";

export const session = new Session("agent");

export const useSignedIn = (): boolean => useSyncExternalStore(session.subscribe, () => session.remembered());
