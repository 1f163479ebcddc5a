/** What a feature brings to the page of a ticket; `agent/ticket-parts` lists it, a line each. */
import type { ComponentType, ReactNode } from "react";

import type { EventData } from "@/api/events";
import type { AffectedAsset, Entry, Me, Member, Team, Ticket, TicketChange } from "@/api/types";

import type { Action, AgentTexts } from "./actions";
import type { TicketFields } from "./ticket-fields";
import type { Words } from "./words";

/** What a part knows, and what it may do to the page around it. */
export interface OnTicket {
  ticket: Ticket;
  me: Me;
  teams: readonly Team[];
  /** Of the ticket's team. */
  members: readonly Member[];
  teamName: (id: string) => string;
  /** A change of the page is on its way. */
  busy: boolean;
  change: (fields: TicketChange) => void;
  complain: (error: unknown) => void;
  /** Put something into the reply, after what is there. */
  insert: (words: string) => void;
  open: (Dialog: TicketDialog) => void;
  /** Open a menu of the head. */
  choose: (menu: HeadMenu) => void;
}

export type HeadMenu = "state" | "priority" | "assignee" | "more";

/** Asks for what an action needs, above the page. */
export type TicketDialog = ComponentType<OnTicket & { onClose: () => void }>;

/** Beside the conversation or above it; one that has nothing to say draws nothing. */
export type TicketPart = ComponentType<OnTicket>;

/** Something done to a ticket; it has a button where it applies. */
export interface TicketAction extends Action<OnTicket> {
  Icon: ComponentType<{ size: number }>;
}

export const isLead = ({ role }: Me): boolean => role === "lead" || role === "admin";

export const isFinished = ({ phase }: Ticket): boolean => phase === "closed" || phase === "solved";

/** For what only makes sense while there is something to do. */
export const refusedWhenFinished = ({ ticket }: OnTicket, t: AgentTexts): string | null =>
  isFinished(ticket) ? t("agent:refused.finished") : null;

/** A fact as the timeline tells it: what the bus carries, and the words of people, which never go there. */
export type Told<Name extends keyof EventData> = Omit<EventData[Name], "assets"> & {
  subject?: string;
  reason?: string;
  tried?: string;
  answer?: string;
  next_step?: string;
  title?: string;
  assets?: AffectedAsset[] | null;
  /** Of the person it is about. */
  name?: string;
};

/** What words for a fact are made with. */
export interface Telling {
  entry: Entry;
  /** Whoever did it, by name. */
  who: string;
  /** Nobody did it: it came about by itself. */
  automatic: boolean;
  t: AgentTexts;
  language: string;
  words: Words;
  fields: TicketFields;
  team: (id: string) => string;
}

/** Words for what happened between the messages, by the event's name; null leaves a fact out. */
export type Activity = {
  readonly [Name in keyof EventData]?: (told: Told<Name>, telling: Telling) => ReactNode;
};
