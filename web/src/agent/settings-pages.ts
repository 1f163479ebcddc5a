/** The pages of settings, as features bring them. Nothing of them is in the first load. */
import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

import { assetsRoutes } from "@/features/assets/settings-page";
import { chatRoutes } from "@/features/chat/settings-page";
import { topicsRoutes } from "@/features/intake/settings-page";
import { narrowedTo, translatedFrom } from "@/features/knowledge/address";
import { lettersRoutes } from "@/features/letters/settings-page";
import { mailRoutes } from "@/features/mail/settings-page";
import { noticesRoutes } from "@/features/notices/settings-page";
import { figuredBy, listedBy } from "@/features/numbers/address";
import { organizationsRoutes } from "@/features/organizations/settings-page";
import { routingRoutes } from "@/features/routing/settings-page";
import { slaRoutes } from "@/features/sla/settings-page";
import { staffingRoutes } from "@/features/staffing/settings-page";

import { SettingsPending } from "./routes/settings/pending";
import { loadSettingsTexts } from "./settings-texts";

/** For everybody, about themselves. */
export const createOwnRoute = <Parent extends AnyRoute>(shell: Parent) =>
  createRoute({
    getParentRoute: () => shell,
    path: "/me",
    loader: loadSettingsTexts,
    pendingComponent: SettingsPending,
    component: lazyRouteComponent(() => import("./routes/settings/own"), "OwnSettingsPage"),
  });

/** For leads of all teams, for others of theirs; it speaks of people in the words of the settings. */
export const createTeamNowRoute = <Parent extends AnyRoute>(shell: Parent) =>
  createRoute({
    getParentRoute: () => shell,
    path: "/now",
    loader: loadSettingsTexts,
    pendingComponent: SettingsPending,
    component: lazyRouteComponent(() => import("@/features/staffing/pages/team-now"), "TeamNowPage"),
  });

/** For leads of their teams, for others of what is theirs; its words come with those of the settings. */
export const createFiguresRoute = <Parent extends AnyRoute>(shell: Parent) =>
  createRoute({
    getParentRoute: () => shell,
    path: "/figures",
    validateSearch: figuredBy,
    loader: loadSettingsTexts,
    pendingComponent: SettingsPending,
    component: lazyRouteComponent(() => import("@/features/numbers/pages/figures"), "FiguresPage"),
  });

/** The tickets behind one of them. */
export const createFigureTicketsRoute = <Parent extends AnyRoute>(shell: Parent) =>
  createRoute({
    getParentRoute: () => shell,
    path: "/figures/tickets",
    validateSearch: listedBy,
    loader: loadSettingsTexts,
    pendingComponent: SettingsPending,
    component: lazyRouteComponent(() => import("@/features/numbers/pages/tickets"), "FigureTicketsPage"),
  });

/** For all who write articles; their words come with those of the settings. */
export function createKnowledgeRoutes<Parent extends AnyRoute>(shell: Parent) {
  const own = { getParentRoute: () => shell, loader: loadSettingsTexts, pendingComponent: SettingsPending };
  return [
    createRoute({
      ...own,
      path: "/knowledge",
      validateSearch: narrowedTo,
      component: lazyRouteComponent(() => import("@/features/knowledge/pages/articles"), "ArticlesPage"),
    }),
    createRoute({
      ...own,
      path: "/knowledge/new",
      component: lazyRouteComponent(() => import("@/features/knowledge/pages/new-article"), "NewArticlePage"),
    }),
    createRoute({
      ...own,
      path: "/knowledge/$articleId/$language",
      validateSearch: translatedFrom,
      component: lazyRouteComponent(() => import("@/features/knowledge/pages/article"), "ArticlePage"),
    }),
  ] as const;
}

/** For leads and administrators. */
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
    component: lazyRouteComponent(() => import("./routes/settings/home"), "SettingsHome"),
  });
  return layout.addChildren([
    home,
    ...staffingRoutes(layout),
    ...organizationsRoutes(layout),
    ...assetsRoutes(layout),
    ...slaRoutes(layout),
    ...routingRoutes(layout),
    ...lettersRoutes(layout),
    ...mailRoutes(layout),
    ...noticesRoutes(layout),
    ...chatRoutes(layout),
    ...topicsRoutes(layout),
  ]);
}
