import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const lettersTab = {
  to: "/settings/letters",
  title: "letter.title",
  words: "letter.synonyms",
} as const;

export const lettersRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/letters",
      component: lazyRouteComponent(() => import("./pages/letters"), "LettersPage"),
    }),
  ] as const;
