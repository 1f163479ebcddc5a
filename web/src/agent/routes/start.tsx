import { Navigate } from "@tanstack/react-router";

import { Loading } from "@/components/states";
import { useMe } from "@/lib/desk/get-me";
import { useOwnSettings } from "@/lib/desk/own-settings";

/** Leads to where one wants to begin; where that is not to be had, to one's own tickets. */
export function StartPage() {
  const { data, isPending } = useOwnSettings();
  const team = useMe().data?.teams[0];
  if (isPending) return <Loading lines={8} />;
  const page = data?.start_page ?? "mine";
  if (page !== "team") return <Navigate to={`/${page}`} replace />;
  if (team === undefined) return <Navigate to="/mine" replace />;
  return <Navigate to="/teams/$teamId" params={{ teamId: team }} replace />;
}
