import { Link } from "@tanstack/react-router";

interface Props {
  id: string;
  className?: string | undefined;
  children: string;
}

export function TicketLink({ id, className, children }: Props) {
  return (
    <Link to="/tickets/$ticketId" params={{ ticketId: id }} className={className}>
      {children}
    </Link>
  );
}
