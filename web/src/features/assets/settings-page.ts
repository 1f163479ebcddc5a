import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

export const assetsTab = { to: "/settings/assets", title: "asset.title", words: "asset.synonyms" } as const;

export const assetsRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/assets",
      component: lazyRouteComponent(() => import("./pages/assets"), "AssetsPage"),
    }),
    createRoute({
      getParentRoute: () => layout,
      path: "/assets/$assetId",
      component: lazyRouteComponent(() => import("./pages/asset"), "AssetPage"),
    }),
  ] as const;
