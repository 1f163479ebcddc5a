import { useNavigate, useSearch } from "@tanstack/react-router";

interface OpenTicket {
  /** The ticket beside the list, as the address has it. */
  open: string | undefined;
  openTicket: (id: string) => void;
  closeTicket: () => void;
}

/** Which ticket is open at a list: the address carries both, so that back, a reload and links keep them. */
export function useOpenTicket(): OpenTicket {
  const open = useSearch({ from: "/shell/lists", select: ({ t }) => t });
  const navigate = useNavigate();
  const go = (t: string | undefined) => void navigate({ to: ".", search: (before) => ({ ...before, t }) });
  return {
    open,
    openTicket: go,
    closeTicket: () => {
      go(undefined);
    },
  };
}
