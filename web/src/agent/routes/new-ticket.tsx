import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";

import { openCall } from "@/features/intake/call";

import { lastList } from "../last-list";

/** An address for what opens over anything: the list one came from, below it. */
export function NewTicketPage() {
  const navigate = useNavigate();
  useEffect(() => {
    openCall();
    void navigate({ to: lastList(), replace: true });
  }, [navigate]);
  return null;
}
