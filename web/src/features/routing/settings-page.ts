import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const routingTab = { to: "/settings/routing", title: "rule.title", words: "rule.synonyms" } as const;

export const routingRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/routing",
      component: lazyRouteComponent(() => import("./pages/rules"), "RulesPage"),
    }),
  ] as const;
