/** The pages for leads and administrators. Nothing of them is in the first load. */
import { createRoute, lazyRouteComponent, redirect, type AnyRoute } from "@tanstack/react-router";

import { SettingsPending } from "./routes/settings/pending";
import { loadSettingsTexts } from "./settings-texts";

const DAY = /^\d{4}-\d\d-\d\d$/;

export function createSettingsRoutes<Parent extends AnyRoute>(shell: Parent) {
  const layout = createRoute({
    getParentRoute: () => shell,
    path: "/settings",
    loader: loadSettingsTexts,
    pendingComponent: SettingsPending,
    component: lazyRouteComponent(() => import("./routes/settings/layout"), "SettingsLayout"),
  });
  const home = createRoute({
    getParentRoute: () => layout,
    path: "/",
    beforeLoad: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
      throw redirect({ to: "/settings/teams", replace: true });
    },
  });
  const teams = createRoute({
    getParentRoute: () => layout,
    path: "/teams",
    component: lazyRouteComponent(() => import("./routes/settings/teams"), "TeamsPage"),
  });
  const team = createRoute({
    getParentRoute: () => layout,
    path: "/teams/$teamId",
    component: lazyRouteComponent(() => import("./routes/settings/team"), "TeamPlanPage"),
  });
  const person = createRoute({
    getParentRoute: () => layout,
    path: "/people/$personId",
    component: lazyRouteComponent(() => import("./routes/settings/person"), "PersonPage"),
  });
  const planner = createRoute({
    getParentRoute: () => layout,
    path: "/planner",
    validateSearch: ({ week }: Record<string, unknown>): { week?: string } =>
      typeof week === "string" && DAY.test(week) ? { week } : {},
    component: lazyRouteComponent(() => import("./routes/settings/planner"), "PlannerPage"),
  });
  const sla = createRoute({
    getParentRoute: () => layout,
    path: "/sla",
    component: lazyRouteComponent(() => import("./routes/settings/sla"), "SlaPage"),
  });
  const routing = createRoute({
    getParentRoute: () => layout,
    path: "/routing",
    component: lazyRouteComponent(() => import("./routes/settings/routing"), "RoutingPage"),
  });
  const organizations = createRoute({
    getParentRoute: () => layout,
    path: "/organizations",
    component: lazyRouteComponent(() => import("./routes/settings/organizations"), "OrganizationsPage"),
  });
  const organization = createRoute({
    getParentRoute: () => layout,
    path: "/organizations/$organizationId",
    component: lazyRouteComponent(() => import("./routes/settings/organization"), "OrganizationPage"),
  });
  const assets = createRoute({
    getParentRoute: () => layout,
    path: "/assets",
    component: lazyRouteComponent(() => import("./routes/settings/assets"), "AssetsPage"),
  });
  const asset = createRoute({
    getParentRoute: () => layout,
    path: "/assets/$assetId",
    component: lazyRouteComponent(() => import("./routes/settings/asset"), "AssetPage"),
  });
  return layout.addChildren([
    ...[home, teams, team, person, planner],
    ...[organizations, organization, assets, asset, sla, routing],
  ]);
}
