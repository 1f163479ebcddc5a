import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const slaTab = { to: "/settings/sla", title: "sla.title", words: "sla.synonyms" } as const;

export const slaRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/sla",
      component: lazyRouteComponent(() => import("./pages/sla"), "SlaPage"),
    }),
  ] as const;
