/** Everything agents can do, each once, by where it can be done. What a feature brings is its own (`features/…/actions`). */
import { SUGGESTED } from "@/features/answers/actions";
import { handOver, take } from "@/features/assignment/actions";
import { BULK } from "@/features/bulk/actions";
import { CHATS } from "@/features/chat/actions";
import { INBOX } from "@/features/inbox/actions";
import { CALLING, callAbout, newTicket } from "@/features/intake/actions";
import { COMPOSING } from "@/features/tickets/composing";
import { writeArticle } from "@/features/knowledge/actions";
import { correctRouting, escalate, sendBack } from "@/features/levels/actions";
import { pinNote } from "@/features/pins/actions";
import { writeBeside } from "@/features/sides/actions";
import { assign, changePriority, changeState, wait } from "@/features/tickets/actions";
import type { Listed } from "@/features/lists/address";
import type { Action, AgentTexts } from "@/lib/actions";
import { togglePalette } from "@/lib/palette";
import { lastUndo } from "@/lib/undo";
import type { OnTicket, TicketAction } from "@/lib/ticket-parts";

import { peekAt } from "./peeked";

export interface Anywhere {
  /** The first of one's own teams. */
  team: string | undefined;
  leads: boolean;
  go: (
    to: "/inbox" | "/unassigned" | "/drafts" | "/search" | "/now" | "/figures" | "/knowledge" | "/settings",
  ) => void;
  /** One's own tickets, or those of them that one asks for. */
  goToMine: (narrowed: Mine) => void;
  goToTeam: (teamId: string) => void;
  /** As they stand in the rail, by their ids. */
  views: readonly string[];
  goToView: (viewId: string) => void;
  help: () => void;
  /** Into the rail, and back. */
  rail: () => void;
}

type Mine = Pick<Listed, "waits_for" | "due">;

export const WAITS_FOR_ME = { waits_for: "us" } as const satisfies Mine;
export const DUE_TODAY = { due: "today" } as const satisfies Mine;

const goToMine = (narrowed: Mine) => ({
  run: (on: Anywhere) => {
    on.goToMine(narrowed);
  },
});

const goTo = (to: Parameters<Anywhere["go"]>[0]) => ({
  run: ({ go }: Anywhere) => {
    go(to);
  },
});

export const anywhere = {
  palette: {
    id: "palette",
    keys: ["Ctrl+k", "/"],
    words: (t) => t("agent:palette.open"),
    run: togglePalette,
  },
  help: {
    id: "help",
    keys: ["?"],
    words: (t) => t("agent:nav.shortcuts"),
    run: ({ help }) => {
      help();
    },
  },
  undo: {
    id: "undo",
    keys: ["z"],
    words: (t) => t("agent:undo.button"),
    refusal: (_, t) => (lastUndo() === null ? t("agent:undo.nothing") : null),
    run: () => lastUndo()?.(),
  },
  new: newTicket,
  inbox: { id: "inbox", keys: ["g i"], words: (t) => t("agent:inbox.title"), ...goTo("/inbox") },
  mine: { id: "mine", keys: ["g m"], words: (t) => t("agent:nav.mine"), ...goToMine({}) },
  waitsForMe: { id: "waitsForMe", words: (t) => t("agent:nav.waitsForMe"), ...goToMine(WAITS_FOR_ME) },
  dueToday: { id: "dueToday", words: (t) => t("agent:nav.myDueToday"), ...goToMine(DUE_TODAY) },
  unassigned: {
    ...{ id: "unassigned", keys: ["g u"], words: (t) => t("agent:nav.unassigned") },
    ...goTo("/unassigned"),
  },
  search: { id: "search", words: (t) => t("agent:search.all"), ...goTo("/search") },
  drafts: { id: "drafts", words: (t) => t("agent:drafts.title"), ...goTo("/drafts") },
  team: {
    id: "team",
    keys: ["g t"],
    words: (t) => t("agent:shortcuts.team"),
    refusal: ({ team }, t) => (team === undefined ? t("agent:refused.noTeam") : null),
    run: ({ team = "", goToTeam }) => {
      goToTeam(team);
    },
  },
  teamNow: { id: "teamNow", keys: ["g n"], words: (t) => t("agent:nav.teamNow"), ...goTo("/now") },
  figures: { id: "figures", keys: ["g f"], words: (t) => t("agent:nav.figures"), ...goTo("/figures") },
  knowledge: {
    ...{ id: "knowledge", keys: ["g k"], words: (t) => t("agent:nav.knowledge") },
    ...goTo("/knowledge"),
  },
  settings: {
    id: "settings",
    keys: ["g s"],
    words: (t) => t("agent:nav.settings"),
    refusal: ({ leads }, t) => (leads ? null : t("agent:refused.leads")),
    ...goTo("/settings"),
  },
  rail: {
    id: "rail",
    keys: [","],
    words: (t) => t("agent:shortcuts.rail"),
    run: ({ rail }) => {
      rail();
    },
  },
} as const satisfies Record<string, Action<Anywhere>>;

const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The first nine of the rail. */
const toViews = NUMBERS.map((number): Action<Anywhere> => ({
  id: `view${number}`,
  keys: [`g ${number}`],
  words: (t) => t("agent:views.nth", { number }),
  refusal: ({ views }, t) => (views[number - 1] === undefined ? t("agent:views.noNth") : null),
  run: ({ views, goToView }) => {
    goToView(views[number - 1] ?? "");
  },
}));

/** The rows of any list of tickets. */
export interface OnRows {
  step: (by: 1 | -1) => void;
  /** None when the keyboard stands on no row. */
  current: string | null;
  open: (id: string) => void;
  /** How many changes of the order wait. */
  waiting: number;
  show: () => void;
}

export interface OnList extends OnRows {
  filter: () => void;
}

const rows = {
  next: {
    id: "next",
    keys: ["j", "ArrowDown"],
    words: (t) => t("agent:shortcuts.next"),
    run: ({ step }) => {
      step(1);
    },
  },
  previous: {
    id: "previous",
    keys: ["k", "ArrowUp"],
    words: (t) => t("agent:shortcuts.previous"),
    run: ({ step }) => {
      step(-1);
    },
  },
  open: {
    id: "open",
    keys: ["Enter", "o"],
    words: (t) => t("agent:shortcuts.open"),
    refusal: ({ current }, t) => (current === null ? t("agent:refused.noRow") : null),
    run: ({ current, open }) => {
      open(current ?? "");
    },
  },
  peek: {
    id: "peek",
    keys: ["Space"],
    words: (t) => t("agent:shortcuts.peek"),
    refusal: ({ current }, t) => (current === null ? t("agent:refused.noRow") : null),
    run: ({ current }) => {
      peekAt(current ?? "");
    },
  },
  show: {
    id: "show",
    keys: ["."],
    words: (t) => t("agent:shortcuts.changes"),
    refusal: ({ waiting }, t) => (waiting === 0 ? t("agent:refused.noChanges") : null),
    run: ({ show }) => {
      show();
    },
  },
} as const satisfies Record<string, Action<OnRows>>;

const filter: Action<OnList> = {
  id: "filter",
  keys: ["f"],
  words: (t) => t("agent:shortcuts.filter"),
  run: ({ filter }) => {
    filter();
  },
};

/** A list whose rows can be chosen. */
export interface OnChoice {
  current: string | null;
  choose: (id: string, range: boolean) => void;
}

const choosing = (id: string, key: string, words: Action<OnChoice>["words"], range: boolean) => ({
  ...{ id, keys: [key], words },
  refusal: ({ current }: OnChoice, t: AgentTexts) => (current === null ? t("agent:refused.noRow") : null),
  run: ({ current, choose }: OnChoice) => {
    choose(current ?? "", range);
  },
});

export const CHOICE: readonly Action<OnChoice>[] = [
  choosing("choose", "x", (t) => t("agent:selection.key"), false),
  choosing("chooseTo", "X", (t) => t("agent:selection.keyTo"), true),
];

/** A list and what is open beside it. */
export interface OnSplit {
  /** There is room for both. */
  wide: boolean;
  toggleSplit: () => void;
}

export const splitView = {
  id: "splitView",
  keys: ["v"],
  words: (t) => t("agent:shortcuts.split"),
  refusal: ({ wide }, t) => (wide ? null : t("agent:refused.narrow")),
  run: ({ toggleSplit }) => {
    toggleSplit();
  },
} as const satisfies Action<OnSplit>;

/** What the page of a ticket adds to what its parts know. */
export interface OnTicketPage extends OnTicket {
  write: (what: "public" | "internal") => void;
  back: () => void;
  /** The tickets before and after it in the list one came from. */
  beside: { next: string | null; previous: string | null };
  goTo: (id: string) => void;
  toggleUnread: () => void;
  copy: (text: string) => void;
  /** Away with what stands beside the thread, and back. */
  foldPanel: () => void;
  print: () => void;
}

/** With a button at the head of the ticket. */
export const HEAD: readonly TicketAction[] = [take, escalate, sendBack, handOver, wait];

/** An address that leads to a ticket from anywhere, or to one message in it. */
export const linkTo = (ticketId: string, entryId = ""): string => {
  const link = new URL(`/agent/tickets/${ticketId}`, window.location.href);
  link.hash = entryId;
  return link.href;
};

const beside = (which: "next" | "previous"): Pick<Action<OnTicketPage>, "refusal" | "run"> => ({
  refusal: (on, t) => (on.beside[which] === null ? t(`agent:refused.${which}`) : null),
  run: (on) => {
    on.goTo(on.beside[which] ?? on.ticket.id);
  },
});

export const ticketPage = {
  next: { id: "nextTicket", keys: ["j"], words: (t) => t("agent:shortcuts.next"), ...beside("next") },
  previous: {
    ...{ id: "previousTicket", keys: ["k"], words: (t) => t("agent:shortcuts.previous") },
    ...beside("previous"),
  },
  reply: {
    id: "reply",
    keys: ["r"],
    words: (t) => t("agent:composer.reply"),
    refusal: ({ ticket }, t) => (ticket.phase === "closed" ? t("agent:composer.closed") : null),
    run: ({ write }) => {
      write("public");
    },
  },
  note: {
    id: "note",
    keys: ["n"],
    words: (t) => t("agent:composer.note"),
    run: ({ write }) => {
      write("internal");
    },
  },
  unread: {
    id: "unread",
    keys: ["u"],
    words: (t) => t("agent:unread.mark"),
    run: ({ toggleUnread }) => {
      toggleUnread();
    },
  },
  copy: {
    id: "copy",
    keys: ["y"],
    words: (t) => t("agent:ticket.copyId"),
    run: ({ copy, ticket }) => {
      copy(ticket.id);
    },
  },
  link: {
    id: "link",
    keys: ["Y"],
    words: (t) => t("agent:ticket.copyLink"),
    run: ({ copy, ticket }) => {
      copy(linkTo(ticket.id));
    },
  },
  print: {
    id: "print",
    words: (t) => t("agent:ticket.print"),
    run: ({ print }) => {
      print();
    },
  },
  panel: {
    id: "panel",
    keys: ["-"],
    words: (t) => t("agent:shortcuts.panel"),
    run: ({ foldPanel }) => {
      foldPanel();
    },
  },
  back: {
    id: "back",
    keys: ["b", "Escape"],
    words: (t) => t("agent:ticket.back"),
    run: ({ back }) => {
      back();
    },
  },
} as const satisfies Record<string, Action<OnTicketPage>>;

/** Behind the three dots of the head. */
export const MORE: readonly Action<OnTicketPage>[] = [
  ...[
    writeBeside,
    pinNote,
    correctRouting,
    writeArticle,
    ticketPage.unread,
    ticketPage.link,
    ticketPage.print,
  ],
];

export const ANYWHERE: readonly Action<Anywhere>[] = [...Object.values(anywhere), ...toViews];
export const ROWS: readonly Action<OnRows>[] = Object.values(rows);
export const SPLIT: readonly Action<OnSplit>[] = [splitView];
export const LIST: readonly Action<OnList>[] = [...ROWS, filter];
export const TICKET: readonly Action<OnTicketPage>[] = [
  ...[ticketPage.next, ticketPage.previous, ticketPage.reply, ticketPage.note, callAbout],
  ...[changeState, changePriority, assign, ...HEAD, writeBeside, pinNote, correctRouting],
  writeArticle,
  ...SUGGESTED,
  ...[ticketPage.unread, ticketPage.copy, ticketPage.link, ticketPage.print],
  ...[ticketPage.panel, ticketPage.back],
];

/** For their help: what is pressed where. */
export const PLACES = [
  { place: "anywhere", actions: ANYWHERE },
  { place: "list", actions: [...LIST, ...CHOICE, ...BULK, ...SPLIT] },
  { place: "inbox", actions: [...INBOX, ...CHATS] },
  { place: "ticket", actions: TICKET },
  { place: "composer", actions: COMPOSING },
  { place: "call", actions: CALLING },
] as const;
