import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Props {
  id: string;
  className?: string | undefined;
  children: ReactNode;
}

export function TicketLink({ id, className, children }: Props) {
  return (
    <Link to="/tickets/$ticketId" params={{ ticketId: id }} className={className}>
      {children}
    </Link>
  );
}
