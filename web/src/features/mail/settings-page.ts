import { createRoute, lazyRouteComponent, type AnyRoute } from "@tanstack/react-router";

import { HeldCount } from "./held-count";
import { filterOf } from "./outcomes";

export const mailboxesTab = {
  to: "/settings/mailboxes",
  title: "mailbox.title",
  words: "mailbox.synonyms",
} as const;
export const mailsTab = {
  to: "/settings/mails",
  title: "mails.title",
  words: "mails.synonyms",
  Count: HeldCount,
} as const;

export const mailRoutes = <Layout extends AnyRoute>(layout: Layout) =>
  [
    createRoute({
      getParentRoute: () => layout,
      path: "/mailboxes",
      component: lazyRouteComponent(() => import("./pages/mailboxes"), "MailboxesPage"),
    }),
    createRoute({
      getParentRoute: () => layout,
      path: "/mails",
      validateSearch: filterOf,
      component: lazyRouteComponent(() => import("./pages/mails"), "MailsPage"),
    }),
    createRoute({
      getParentRoute: () => layout,
      path: "/mails/$mailId",
      component: lazyRouteComponent(() => import("./pages/mail"), "MailPage"),
    }),
  ] as const;
