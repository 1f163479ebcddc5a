/** What the page of a ticket is made of: each feature brings its part, here they stand in order. */
import {
  IconAdjustments,
  IconBook,
  IconBulb,
  IconClock,
  IconCoins,
  IconDeviceDesktop,
  IconHistory,
  IconMail,
  IconMessages,
  IconUser,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

import { ArticlesPanel } from "@/features/answers/panel";
import { AssetsPanel } from "@/features/assets/panel";
import { WhyPerson } from "@/features/assignment/panel";
import { ChatLine } from "@/features/chat/panel";
import { ClocksPanel } from "@/features/clocks/panel";
import { LadderBanner } from "@/features/ladders/panel";
import { KnownAnswersPanel, mayBeKnown } from "@/features/levels/panel";
import { SentMailPanel } from "@/features/notices/panel";
import { CostPanel } from "@/features/numbers/panel";
import { Participants } from "@/features/participants/panel";
import { PinnedNote } from "@/features/pins/panel";
import { SidesPanel } from "@/features/sides/panel";
import { PropertiesPanel } from "@/features/tickets/components/properties-panel";
import { RequesterPanel } from "@/features/tickets/components/requester-panel";
import { SequelBanner } from "@/features/tickets/components/sequel-banner";
import type { Me, Ticket } from "@/api/types";
import type { AgentTexts } from "@/lib/actions";
import { isLead, type OnTicket, type TicketPart } from "@/lib/ticket-parts";

import { ActivityPanel } from "./routes/activity-panel";

/** Between the head and the conversation. */
export const BANNERS: readonly TicketPart[] = [SequelBanner, LadderBanner, PinnedNote, ChatLine];

const Properties = (on: OnTicket) => (
  <PropertiesPanel {...on}>
    <WhyPerson {...on} />
  </PropertiesPanel>
);

const Requester = (on: OnTicket) => (
  <RequesterPanel {...on}>
    <Participants {...on} />
  </RequesterPanel>
);

interface Section {
  /** Under which people's own order keeps it. */
  name: string;
  title: (t: AgentTexts) => string;
  Icon: ComponentType<{ size: number }>;
  Panel: TicketPart;
  /** Where it has a place at all. */
  appliesTo?: (ticket: Ticket) => boolean;
  /** Until somebody opens it. */
  foldedAtFirst?: boolean;
  /** Nobody else has it, or can arrange it. */
  isFor?: (me: Me) => boolean;
}

/** Beside the conversation, from above. */
export const PANELS: readonly Section[] = [
  { name: "clocks", title: (t) => t("agent:ticket.clocks"), Icon: IconClock, Panel: ClocksPanel },
  {
    name: "properties",
    title: (t) => t("agent:ticket.properties"),
    Icon: IconAdjustments,
    Panel: Properties,
  },
  { name: "requester", title: (t) => t("agent:ticket.requester"), Icon: IconUser, Panel: Requester },
  { name: "sides", title: (t) => t("agent:sides.title"), Icon: IconMessages, Panel: SidesPanel },
  {
    name: "known",
    title: (t) => t("agent:known.title"),
    Icon: IconBulb,
    Panel: KnownAnswersPanel,
    appliesTo: mayBeKnown,
  },
  { name: "articles", title: (t) => t("agent:articles.title"), Icon: IconBook, Panel: ArticlesPanel },
  { name: "mails", title: (t) => t("agent:sent.title"), Icon: IconMail, Panel: SentMailPanel },
  { name: "assets", title: (t) => t("agent:ticket.assets"), Icon: IconDeviceDesktop, Panel: AssetsPanel },
  { name: "cost", title: (t) => t("agent:cost.title"), Icon: IconCoins, Panel: CostPanel, isFor: isLead },
  {
    name: "activity",
    title: (t) => t("agent:history.title"),
    Icon: IconHistory,
    Panel: ActivityPanel,
    foldedAtFirst: true,
  },
];
