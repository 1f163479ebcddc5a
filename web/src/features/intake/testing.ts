import { http, HttpResponse } from "msw";

import type { Entry, PersonFound, PortalForm, Receipt, Ticket, TicketDraft } from "../../api/types";
import { aClock, anEntry, at, aTicket, REQUESTER } from "../../testing/builders.ts";
import { byLink, LINK, NEXT, type Desk, type Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

export const FORM: PortalForm = {
  form_token: "form-1",
  categories: [
    { id: "account", name: { en: "Account and password", de: "Konto und Passwort" } },
    { id: "hardware", name: { en: "Computer, phone, printer", de: "Computer, Telefon, Drucker" } },
    { id: "software", name: { en: "Programs and apps", de: "Programme und Apps" } },
    { id: "network", name: { en: "Internet, Wi-Fi, VPN", de: "Internet, WLAN, VPN" } },
    { id: "question", name: { en: "A question", de: "Eine Frage" } },
    { id: "other", name: { en: "Something else", de: "Etwas anderes" } },
  ],
  topics: [
    {
      id: "device",
      name: { en: "Computer or printer", de: "Computer oder Drucker" },
      icon: "laptop",
      asks_asset: true,
      questions: [
        {
          ...{ id: "which", type: "choice", required: true, help: {}, when: null },
          label: { en: "What does not work?", de: "Was funktioniert nicht?" },
          choices: [
            { id: "computer", name: { en: "Computer", de: "Computer" } },
            { id: "printer", name: { en: "Printer", de: "Drucker" } },
          ],
        },
        {
          ...{ id: "place", type: "text", required: true, choices: [] },
          label: { en: "Where does the printer stand?", de: "Wo steht der Drucker?" },
          help: { en: "Building, floor, room.", de: "Gebäude, Etage, Raum." },
          when: { question: "which", answers: ["printer"] },
        },
        {
          ...{ id: "wet", type: "yes_no", required: false, choices: [], help: {}, when: null },
          label: { en: "Did it get wet?", de: "Ist es nass geworden?" },
        },
      ],
    },
    {
      id: "access",
      name: { en: "Sign-in and access", de: "Anmeldung und Zugriff" },
      icon: "key",
      asks_asset: false,
      questions: [
        {
          ...{ id: "to", type: "text", required: true, choices: [], help: {}, when: null },
          label: { en: "What do you need access to?", de: "Worauf brauchen Sie Zugriff?" },
        },
        {
          ...{ id: "why", type: "long_text", required: false, choices: [], help: {}, when: null },
          label: { en: "What for?", de: "Wofür?" },
        },
        {
          ...{ id: "from", type: "date", required: false, choices: [], help: {}, when: null },
          label: { en: "From which day on?", de: "Ab welchem Tag?" },
        },
        {
          ...{ id: "count", type: "number", required: false, choices: [], help: {}, when: null },
          label: { en: "For how many people?", de: "Für wie viele Personen?" },
        },
      ],
    },
  ],
  levels: ["low", "medium", "high"],
  max_attachment_bytes: 25_000_000,
  languages: ["en", "de"],
};

type Draft = Pick<TicketDraft, "subject" | "description"> & Partial<TicketDraft>;

function create({ tickets, clock }: Desk, draft: Draft, who: Entry["actor"], email: string): Ticket {
  const id = `HD-0${Math.random().toString(36).slice(2, 9).toUpperCase().padEnd(7, "0")}`;
  const ticket = aTicket({
    id,
    subject: draft.subject,
    state: "new",
    phase: "new",
    assignee: null,
    revision: 1,
    created_at: clock(),
    updated_at: clock(),
    requester: { id: who.id, name: who.name, email },
    clocks: [aClock(), aClock({ clock: "resolution", due_at: at(480), remaining_seconds: 28_800 })],
    next_states: NEXT.new,
    answer_by: at(180),
    timeline: [anEntry({ type: "TicketCreated", at: clock(), actor: who, body: draft.description })],
  });
  tickets.set(id, ticket);
  return ticket;
}

const created = (view: (ticket: Ticket) => unknown) => (ticket: Ticket) => ({
  id: ticket.id,
  status_url: `https://helpdesk.example/ticket#${LINK}`,
  ticket: view(ticket),
});

const receiptOf = (ticket: Ticket): Receipt => ({
  id: ticket.id,
  sent_at: ticket.created_at,
  name: ticket.requester.name,
  email: ticket.requester.email ?? "",
  subject: ticket.subject,
  description: ticket.timeline[0]?.body ?? "",
  files: ["smoke.png"],
  answers: ticket.timeline[0]?.answers ?? null,
});

const upload = ({ request }: { request: Request }) =>
  HttpResponse.json(
    { id: crypto.randomUUID(), url: `${new URL(request.url).origin}/store`, fields: { key: "incoming/x" } },
    { status: 201 },
  );

/** Who is found while one types. */
export const PEOPLE: PersonFound[] = [
  {
    ...{ id: REQUESTER.id, name: REQUESTER.name, email: REQUESTER.email, phone: "+4930901820" },
    ...{ language: "de", organization: "acme", organization_name: "Acme GmbH", plan: "gold" },
  },
  {
    ...{ id: "p-anna", name: "Anna Meier", email: "", phone: "+4940123456" },
    ...{ language: "en", organization: null, organization_name: null, plan: null },
  },
];

const found = ({ request }: { request: Request }) => {
  const typed = new URL(request.url).searchParams.get("q")?.toLowerCase() ?? "";
  const items = PEOPLE.filter(({ name, email, phone }) =>
    [name, email, phone ?? ""].some((text) => text.toLowerCase().includes(typed)),
  );
  return HttpResponse.json({ items });
};

export const intakePart: Part = (desk) => [
  http.get("*/api/people", found),
  http.get("*/api/alike-tickets", () => HttpResponse.json({ items: [] })),
  http.get("*/api/portal/form", () => HttpResponse.json(FORM)),
  http.post("*/api/portal/uploads", upload),
  http.post("*/api/uploads", upload),
  http.post("*/store", () => new HttpResponse(null, { status: 204 })),
  http.post("*/api/portal/tickets", ({ request }) =>
    desk.once(
      request,
      (draft: TicketDraft & { name: string; email: string }) =>
        create(desk, draft, { id: "p-guest", name: draft.name, role: "guest" }, draft.email),
      (ticket) => ({
        ...receiptOf(ticket),
        status_url: `https://helpdesk.example/sent#${LINK}`,
        answer_by: ticket.answer_by,
      }),
    ),
  ),
  http.get("*/api/portal/receipt", ({ request }) => {
    const [ticket] = desk.tickets.values();
    return byLink(request) && ticket
      ? HttpResponse.json(receiptOf(ticket))
      : problem(401, "sign_in_required");
  }),
  http.post("*/api/tickets", ({ request }) =>
    desk.once(
      request,
      (draft: TicketDraft) => {
        const requester = draft.requester ?? REQUESTER.email;
        const { person, name, email } = typeof requester === "string" ? { email: requester } : requester;
        const known = PEOPLE.find((one) => one.id === person || one.email === email);
        const called = known?.name ?? name ?? email ?? "";
        const actor = { id: known?.id ?? "p-new", name: called, role: "requester" } as const;
        return create(desk, draft, actor, known?.email ?? email ?? "");
      },
      created(desk.view),
    ),
  ),
];
