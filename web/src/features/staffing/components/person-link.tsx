import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

export function PersonLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to="/settings/people/$personId" params={{ personId: id }}>
      {children}
    </Link>
  );
}
