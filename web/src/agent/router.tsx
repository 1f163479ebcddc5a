import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";

import { PHASES, PRIORITIES, type Phase, type Priority } from "@/api/types";
import type { QueueFilter } from "@/features/lists/api/list-tickets";

import { InboxPage } from "./routes/inbox";
import { NewTicketPage } from "./routes/new-ticket";
import { NotFound } from "./routes/not-found";
import { MinePage, TeamPage, UnassignedPage } from "./routes/queues";
import { SignedInPage } from "./routes/signed-in";
import { Stumbled } from "./routes/stumbled";
import { TicketPage } from "./routes/ticket";
import { createOwnRoute, createSettingsRoutes, createTeamNowRoute } from "./settings-pages";
import { Shell } from "./shell";
import { Split } from "./split/split";

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((candidate) => candidate === value);

/** The filter lives in the address, so that it can be shared and survives a reload. */
function validateFilter(search: Record<string, unknown>): QueueFilter {
  const phase: Phase | undefined = oneOf(PHASES, search.phase);
  const priority: Priority | undefined = oneOf(PRIORITIES, search.priority);
  const organization = typeof search.organization === "string" ? search.organization : undefined;
  return { ...(phase && { phase }), ...(priority && { priority }), ...(organization && { organization }) };
}

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Stumbled });
const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: SignedInPage });
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });
const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
    throw redirect({ to: "/mine", replace: true });
  },
});
const lists = createRoute({
  getParentRoute: () => shell,
  id: "lists",
  // The ticket that is open beside the list.
  validateSearch: ({ t }: Record<string, unknown>): { t?: string } =>
    typeof t === "string" && t !== "" ? { t } : {},
  component: Split,
});
const inbox = createRoute({ getParentRoute: () => lists, path: "/inbox", component: InboxPage });
const mine = createRoute({
  getParentRoute: () => lists,
  path: "/mine",
  validateSearch: validateFilter,
  component: MinePage,
});
const unassigned = createRoute({
  getParentRoute: () => lists,
  path: "/unassigned",
  validateSearch: validateFilter,
  component: UnassignedPage,
});
const team = createRoute({
  getParentRoute: () => lists,
  path: "/teams/$teamId",
  validateSearch: validateFilter,
  component: TeamPage,
});
const ticket = createRoute({
  getParentRoute: () => shell,
  path: "/tickets/$ticketId",
  component: TicketPage,
});
const newTicket = createRoute({ getParentRoute: () => shell, path: "/new", component: NewTicketPage });

const routeTree = root.addChildren([
  signedIn,
  home,
  shell.addChildren([
    lists.addChildren([inbox, mine, unassigned, team]),
    ...[ticket, newTicket],
    createOwnRoute(shell),
    createTeamNowRoute(shell),
    createSettingsRoutes(shell),
  ]),
]);

export const createAgentRouter = () =>
  createRouter({ routeTree, basepath: "/agent", scrollRestoration: true, defaultErrorComponent: Stumbled });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAgentRouter>;
  }
}
