import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";

import { listedBy } from "@/features/lists/address";
import { searchedBy } from "@/features/search/address";
import { narrowedBy } from "@/features/views/address";

import { DraftsPage } from "./routes/drafts";
import { InboxPage } from "./routes/inbox";
import { NewTicketPage } from "./routes/new-ticket";
import { NotFound } from "./routes/not-found";
import { MinePage, TeamPage, UnassignedPage } from "./routes/queues";
import { SignedInPage } from "./routes/signed-in";
import { StartPage } from "./routes/start";
import { Stumbled } from "./routes/stumbled";
import { TicketPage } from "./routes/ticket";
import {
  createFiguresRoute,
  createFigureTicketsRoute,
  createKnowledgeRoutes,
  createOwnRoute,
  createSettingsRoutes,
  createTeamNowRoute,
} from "./settings-pages";
import { Shell } from "./shell";
import { Split } from "./split/split";

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Stumbled });
const signedIn = createRoute({ getParentRoute: () => root, path: "/signed-in", component: SignedInPage });
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });
const home = createRoute({ getParentRoute: () => shell, path: "/", component: StartPage });
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
  validateSearch: listedBy,
  component: MinePage,
});
const unassigned = createRoute({
  getParentRoute: () => lists,
  path: "/unassigned",
  validateSearch: listedBy,
  component: UnassignedPage,
});
const team = createRoute({
  getParentRoute: () => lists,
  path: "/teams/$teamId",
  validateSearch: listedBy,
  component: TeamPage,
});
const search = createRoute({
  getParentRoute: () => lists,
  path: "/search",
  validateSearch: searchedBy,
  component: lazyRouteComponent(() => import("./routes/search"), "SearchPage"),
});
const view = createRoute({
  getParentRoute: () => lists,
  path: "/views/$viewId",
  validateSearch: narrowedBy,
  component: lazyRouteComponent(() => import("./routes/view"), "ViewPage"),
});
const ticket = createRoute({
  getParentRoute: () => shell,
  path: "/tickets/$ticketId",
  component: TicketPage,
});
const drafts = createRoute({ getParentRoute: () => shell, path: "/drafts", component: DraftsPage });
const person = createRoute({
  getParentRoute: () => shell,
  path: "/people/$personId",
  component: lazyRouteComponent(() => import("./routes/person"), "PersonPage"),
});
const newTicket = createRoute({ getParentRoute: () => shell, path: "/new", component: NewTicketPage });

const routeTree = root.addChildren([
  signedIn,
  shell.addChildren([
    lists.addChildren([inbox, mine, unassigned, team, search, view]),
    ...[home, ticket, drafts, person, newTicket],
    createOwnRoute(shell),
    createTeamNowRoute(shell),
    createFiguresRoute(shell),
    createFigureTicketsRoute(shell),
    ...createKnowledgeRoutes(shell),
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
