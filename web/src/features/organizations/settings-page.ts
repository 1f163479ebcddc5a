import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const organizationsTab = {
  to: "/settings/organizations",
  title: "organization.title",
  words: "organization.synonyms",
} as const;

export const organizationsRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/organizations",
      component: lazyRouteComponent(() => import("./pages/organizations"), "OrganizationsPage"),
    }),
    createRoute({
      getParentRoute: () => layout,
      path: "/organizations/$organizationId",
      component: lazyRouteComponent(() => import("./pages/organization"), "OrganizationPage"),
    }),
  ] as const;
