import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const topicsTab = { to: "/settings/topics", title: "topic.title", words: "topic.synonyms" } as const;

export const topicsRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/topics",
      component: lazyRouteComponent(() => import("./pages/topics"), "TopicsPage"),
    }),
  ] as const;
