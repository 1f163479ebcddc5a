import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Props {
  id: string;
  className?: string | undefined;
  /** It opens beside its list, and the keyboard comes to it another way: by its row. */
  inGrid?: boolean;
  children: ReactNode;
}

export function TicketLink({ id, className, inGrid = false, children }: Props) {
  if (inGrid) {
    return (
      <Link to="." search={(before) => ({ ...before, t: id })} className={className} tabIndex={-1}>
        {children}
      </Link>
    );
  }
  return (
    <Link to="/tickets/$ticketId" params={{ ticketId: id }} className={className}>
      {children}
    </Link>
  );
}
