/** What the palette finds, in this order. */
import {
  IconBolt,
  IconBook,
  IconBuilding,
  IconDeviceLaptop,
  IconFilter,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import type { Me, Organization, Team, View } from "@/api/types";
import { matching } from "@/lib/matching";
import { foundAnswers } from "@/features/answers/api/answers";
import type { Hit, Source } from "@/features/palette/sources";
import { personSource } from "@/features/palette/person-source";
import { searchSource } from "@/features/palette/search-source";
import { ticketSource } from "@/features/palette/ticket-source";
import { thingSource } from "@/features/palette/thing-source";
import { foundTickets, plain } from "@/features/search/api/search";
import { findThings, type ThingKind } from "@/features/search/api/things";
import { placeOf } from "@/features/search/place-of";
import { useViews } from "@/features/views/api/views";
import { useViewName } from "@/features/views/names";
import { offersHere, type Offer } from "@/lib/actions";
import { useOrganizations } from "@/lib/desk/list-organizations";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import { isLead } from "@/lib/ticket-parts";

import { anywhere } from "./actions";
import { TABS } from "./settings-tabs";

const wordsOf = ({ words, detail = "" }: Hit): string => `${words} ${detail}`;

const found = (all: readonly Hit[]) => ({ known: (text: string) => matching(all, text, wordsOf) });

function actionsOf(offers: readonly Offer[]): Source {
  const all = offers
    .filter(({ id }) => id !== anywhere.palette.id)
    .toSorted((left, right) => Number(left.refusal !== null) - Number(right.refusal !== null));
  return {
    id: "actions",
    words: (t) => t("agent:palette.actions"),
    Icon: IconBolt,
    sign: ">",
    first: () => all.filter(({ refusal }) => refusal === null),
    known: (text) => matching(all, text, wordsOf),
  };
}

const teamsOf = (teams: readonly Team[]): Source => ({
  id: "teams",
  words: (t) => t("agent:palette.teams"),
  Icon: IconUsers,
  ...found(teams.map(({ id, name, level }) => ({ id, words: name, detail: level, to: `/teams/${id}` }))),
});

const viewsOf = (views: readonly View[], nameOf: (view: View) => string): Source => ({
  id: "views",
  words: (t) => t("agent:palette.views"),
  Icon: IconFilter,
  ...found(views.map((view) => ({ id: view.id, words: nameOf(view), to: `/views/${view.id}` }))),
});

/** Of less no article is asked. */
const FEWEST_OF_ARTICLES = 3;

const thingsOf = (kind: ThingKind) => async (text: string) =>
  (await findThings(kind, text)).map(({ id, title, snippet }) => ({
    ...{ id, words: plain(title), detail: plain(snippet), to: placeOf(kind, id) },
  }));

/** Those that are known here at once, and all others from the service. */
const organizationsOf = (organizations: readonly Organization[]): Source => ({
  ...thingSource({
    id: "organizations",
    words: (t) => t("agent:palette.organizations"),
    Icon: IconBuilding,
    find: thingsOf("organization"),
  }),
  ...found(organizations.map(({ id, name }) => ({ id, words: name, to: placeOf("organization", id) }))),
});

const assets = thingSource({
  id: "assets",
  words: (t) => t("agent:palette.assets"),
  Icon: IconDeviceLaptop,
  find: thingsOf("asset"),
});

const articlesOf = (language: string): Source => ({
  ...{ id: "articles", words: (t) => t("agent:palette.articles"), Icon: IconBook },
  ask: (text) =>
    text.length < FEWEST_OF_ARTICLES
      ? null
      : foundAnswers(text, language).then((found) =>
          found.map(({ article, language: written, title, passage }) => ({
            ...{ id: article, words: title, detail: passage },
            to: `/knowledge/${article}/${written}`,
          })),
        ),
});

/** As long as it is open: what can be done here is what could be when it was opened. */
export function usePaletteSources(me: Me, opened: boolean): readonly Source[] {
  const { t, i18n } = useTranslation(["agent", "settings"]);
  const client = useQueryClient();
  const teams = useTeams().data;
  const views = useViews().data;
  const nameOf = useViewName();
  const organizations = useOrganizations().data;
  const leads = isLead(me);
  return useMemo(() => {
    if (!opened) return [];
    const pages: Hit[] = [
      { id: "me", words: t("agent:nav.own"), to: "/me" },
      ...(leads ? TABS.map(({ to, title }) => ({ id: to, words: t(`settings:${title}`), to })) : []),
    ];
    return [
      actionsOf(offersHere()),
      ticketSource(client, foundTickets),
      personSource(),
      organizationsOf(organizations ?? []),
      articlesOf(i18n.language),
      assets,
      viewsOf(views ?? [], nameOf),
      teamsOf(choosable(teams ?? [])),
      {
        id: "pages",
        words: (texts) => texts("agent:palette.pages"),
        Icon: IconSettings,
        ...found(pages),
      },
      searchSource(t),
    ];
  }, [opened, t, i18n.language, client, teams, views, nameOf, organizations, leads]);
}
