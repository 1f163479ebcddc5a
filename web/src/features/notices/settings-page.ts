import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const unreachedTab = {
  to: "/settings/undeliverable",
  title: "unreached.title",
  words: "unreached.synonyms",
} as const;

export const noticesRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/undeliverable",
      component: lazyRouteComponent(() => import("./pages/unreached"), "UnreachedPage"),
    }),
  ] as const;
