/** What the page of a ticket is made of: each feature brings its part, here they stand in order. */
import { AssetsPanel } from "@/features/assets/panel";
import { activity as assignment } from "@/features/assignment/activity";
import { WhyPerson } from "@/features/assignment/panel";
import { activity as clocks } from "@/features/clocks/activity";
import { ClocksPanel } from "@/features/clocks/panel";
import { activity as ladders } from "@/features/ladders/activity";
import { LadderBanner } from "@/features/ladders/panel";
import { activity as levels } from "@/features/levels/activity";
import { KnownAnswersPanel } from "@/features/levels/panel";
import { activity as pins } from "@/features/pins/activity";
import { PinnedNote } from "@/features/pins/panel";
import { activity as surveys } from "@/features/surveys/activity";
import { activity as tickets } from "@/features/tickets/activity";
import { PropertiesPanel } from "@/features/tickets/components/properties-panel";
import { RequesterPanel } from "@/features/tickets/components/requester-panel";
import { SequelBanner } from "@/features/tickets/components/sequel-banner";
import type { Activity, OnTicket, TicketPart } from "@/lib/ticket-parts";

/** Words for events; no event is told by two. */
export const ACTIVITY: readonly Activity[] = [assignment, clocks, ladders, levels, pins, surveys, tickets];

/** Between the head and the conversation. */
export const BANNERS: readonly TicketPart[] = [SequelBanner, LadderBanner, PinnedNote];

const Properties = (on: OnTicket) => (
  <PropertiesPanel {...on}>
    <WhyPerson {...on} />
  </PropertiesPanel>
);

/** Beside the conversation, from above. */
export const PANELS: readonly TicketPart[] = [
  ClocksPanel,
  Properties,
  AssetsPanel,
  KnownAnswersPanel,
  RequesterPanel,
];
