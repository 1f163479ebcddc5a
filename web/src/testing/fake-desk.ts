/** A desk in memory behind MSW handlers: for tests, and for developing by hand (`npm run dev:mock`). */
import { http, HttpResponse, type HttpHandler } from "msw";

import type { Me } from "../api/types";
import { answersPart } from "../features/answers/testing.ts";
import { assignmentPart } from "../features/assignment/testing.ts";
import { bulkPart } from "../features/bulk/testing.ts";
import { chatPart } from "../features/chat/testing.ts";
import { directoryPart } from "../features/directory/testing.ts";
import { exportsPart } from "../features/exports/testing.ts";
import { inboxPart } from "../features/inbox/testing.ts";
import { intakePart } from "../features/intake/testing.ts";
import { knowledgePart } from "../features/knowledge/testing.ts";
import { laddersPart } from "../features/ladders/testing.ts";
import { levelsPart } from "../features/levels/testing.ts";
import { listsPart } from "../features/lists/testing.ts";
import { mailPart } from "../features/mail/testing.ts";
import { numbersPart } from "../features/numbers/testing.ts";
import { organizationsPart } from "../features/organizations/testing.ts";
import { pinsPart } from "../features/pins/testing.ts";
import { preferencesPart } from "../features/preferences/testing.ts";
import { presencePart } from "../features/presence/testing.ts";
import { pushPart } from "../features/push/testing.ts";
import { searchPart } from "../features/search/testing.ts";
import { sidesPart } from "../features/sides/testing.ts";
import { slaPart } from "../features/sla/testing.ts";
import { staffingPart } from "../features/staffing/testing.ts";
import { surveysPart } from "../features/surveys/testing.ts";
import { ticketsPart } from "../features/tickets/testing.ts";
import { viewsPart } from "../features/views/testing.ts";
import { CONFIG } from "./config.ts";
import { aDesk, type Desk, type Part } from "./desk.ts";
import { problem } from "./problem.ts";

/** What belongs to no feature. */
const sitePart: Part = ({ clock }) => [
  http.get("*/config.json", ({ request }) => HttpResponse.json(CONFIG(new URL(request.url).origin))),
  http.get("*/api/health", () =>
    HttpResponse.json({ status: "ok", version: "1", region: "local", now: clock(), rate: 1 }),
  ),
  http.post("*/api/live-tickets", () => problem(503, "unavailable")),
];

const PARTS: readonly Part[] = [
  sitePart,
  answersPart,
  assignmentPart,
  bulkPart,
  chatPart,
  directoryPart,
  exportsPart,
  inboxPart,
  intakePart,
  knowledgePart,
  laddersPart,
  levelsPart,
  listsPart,
  mailPart,
  numbersPart,
  organizationsPart,
  pinsPart,
  preferencesPart,
  presencePart,
  pushPart,
  searchPart,
  sidesPart,
  slaPart,
  staffingPart,
  surveysPart,
  ticketsPart,
  viewsPart,
];

export type FakeDesk = Desk & { handlers: HttpHandler[] };

export function fakeDesk(me?: Me, clock?: () => string): FakeDesk {
  const desk = aDesk(me, clock);
  return { ...desk, handlers: PARTS.flatMap((part) => part(desk)) };
}
