import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const chatTab = { to: "/settings/chat", title: "chats.title", words: "chats.synonyms" } as const;

export const chatRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/chat",
      component: lazyRouteComponent(() => import("./pages/settings"), "ChatSettingsPage"),
    }),
  ] as const;
