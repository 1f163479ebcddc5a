import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Props {
  id: string;
  className?: string | undefined;
  /** The keyboard comes to it another way: by its row. */
  inGrid?: boolean;
  children: ReactNode;
}

export function TicketLink({ id, className, inGrid = false, children }: Props) {
  return (
    <Link
      to="/tickets/$ticketId"
      params={{ ticketId: id }}
      className={className}
      {...(inGrid && { tabIndex: -1 })}
    >
      {children}
    </Link>
  );
}
