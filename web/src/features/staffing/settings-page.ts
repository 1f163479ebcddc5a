import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

const DAY = /^\d{4}-\d\d-\d\d$/;

/** People are reached through their teams. */
export const teamsTab = {
  to: "/settings/teams",
  title: "teams.title",
  words: "teams.synonyms",
  also: "/settings/people/",
} as const;
export const plannerTab = {
  to: "/settings/planner",
  title: "planner.title",
  words: "planner.synonyms",
} as const;

export const staffingRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/teams",
      component: lazyRouteComponent(() => import("./pages/teams"), "TeamsPage"),
    }),
    createRoute({
      getParentRoute: () => layout,
      path: "/teams/$teamId",
      component: lazyRouteComponent(() => import("./pages/team"), "TeamPlanPage"),
    }),
    createRoute({
      getParentRoute: () => layout,
      path: "/people/$personId",
      component: lazyRouteComponent(() => import("./pages/person"), "PersonPage"),
    }),
    createRoute({
      getParentRoute: () => layout,
      path: "/planner",
      validateSearch: ({ week }: Record<string, unknown>): { week?: string } =>
        typeof week === "string" && DAY.test(week) ? { week } : {},
      component: lazyRouteComponent(() => import("./pages/planner"), "PlannerPage"),
    }),
  ] as const;
