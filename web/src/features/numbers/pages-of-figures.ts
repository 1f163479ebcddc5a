/** Which figures stand on which page, in the order in which they are read. */
import type { Page } from "./address";
import type { ReportName } from "./api/get-report";

export interface TileOf {
  report: ReportName;
  figure: string;
  /** Beside the median: nine of ten. */
  p90?: string;
}

export interface TableOf {
  report: ReportName;
  group: string;
  figures: readonly string[];
  /** Of which it is said how it changed; what grew most stands first. */
  grown?: string;
}

const time = (report: ReportName, of: string): TileOf => ({
  report,
  figure: `${of}_median`,
  p90: `${of}_p90`,
});

export const TILES: Record<Page, readonly TileOf[]> = {
  sla: [
    { report: "promises", figure: "met" },
    { report: "promises", figure: "missed" },
    time("times", "first_response_business"),
    time("times", "next_response_business"),
    time("times", "resolution_business"),
    time("times", "first_response_calendar"),
    time("times", "resolution_calendar"),
    time("times", "wait_calendar"),
  ],
  teams: [
    { report: "flow", figure: "created" },
    { report: "flow", figure: "finished" },
    { report: "flow", figure: "backlog" },
    { report: "flow", figure: "age_median", p90: "age_p90" },
    { report: "quality", figure: "one_touch" },
    { report: "quality", figure: "reopened_share" },
    { report: "quality", figure: "escalated_share" },
    { report: "ratings", figure: "satisfied" },
  ],
  whence: [
    { report: "channels", figure: "created" },
    { report: "channels", figure: "solved" },
    { report: "channels", figure: "met" },
    time("channels", "resolution_business"),
  ],
  causes: [
    { report: "causes", figure: "created" },
    { report: "causes", figure: "solved" },
    { report: "causes", figure: "met" },
    time("causes", "resolution_business"),
  ],
  cost: [
    { report: "cost", figure: "cost_mean", p90: "cost_p90" },
    { report: "cost", figure: "cost_total" },
    { report: "cost", figure: "costed" },
    { report: "cost", figure: "cost_time" },
    { report: "cost", figure: "cost_mails" },
    { report: "cost", figure: "cost_requests" },
    { report: "cost", figure: "cost_writes" },
    { report: "cost", figure: "cost_transitions" },
    { report: "cost", figure: "cost_kept" },
  ],
  me: [
    { report: "people", figure: "backlog" },
    { report: "people", figure: "solved" },
    { report: "people", figure: "met" },
    { report: "people", figure: "missed" },
    time("people", "resolution_business"),
    { report: "quality", figure: "one_touch" },
    { report: "quality", figure: "reopened_share" },
    { report: "people", figure: "rating" },
  ],
};

const OF_COST = ["costed", "cost_total", "cost_mean", "cost_p90", "cost_mails"];
const BY_WHENCE = ["created", "solved", "met", "resolution_business_median"];

export const TABLES: Record<Page, readonly TableOf[]> = {
  sla: [
    { report: "promises", group: "clock", figures: ["met", "kept", "missed"] },
    { report: "promises", group: "policy", figures: ["met", "kept", "missed"] },
    { report: "promises", group: "priority", figures: ["met", "kept", "missed"] },
  ],
  teams: [
    { report: "flow", group: "team", figures: ["created", "finished", "backlog", "age_median"] },
    {
      report: "people",
      group: "handled_by",
      figures: ["backlog", "solved", "met", "resolution_business_median", "rating"],
    },
  ],
  whence: [
    { report: "channels", group: "channel", figures: BY_WHENCE },
    { report: "organizations", group: "organization", figures: BY_WHENCE },
  ],
  causes: [{ report: "causes", group: "category", figures: BY_WHENCE, grown: "created" }],
  cost: [
    { report: "cost", group: "channel", figures: OF_COST },
    { report: "cost", group: "organization", figures: OF_COST },
    { report: "cost", group: "team", figures: OF_COST },
  ],
  me: [
    {
      report: "quality",
      group: "team",
      figures: ["solved", "one_touch", "reopened_share", "escalated_share"],
    },
  ],
};

export const reportsOf = (page: Page): readonly ReportName[] => [
  ...new Set([...TILES[page], ...TABLES[page]].map(({ report }) => report)),
];
