import { http, HttpResponse } from "msw";

import type { LetterSettings, LetterTemplate } from "../../api/settings-types";
import type { Part } from "../../testing/desk.ts";
import { problem } from "../../testing/problem.ts";

const place = (name: string, en: string, de: string) => ({ name, description: { en, de } });

const PLACES = [
  place("name", "Name of who reads the mail", "Name der Person, die die Mail liest"),
  place("body", "The message, with its formatting", "Die Nachricht mit ihrer Formatierung"),
  place("footer", "How to reply, and the link", "Wie man antwortet, und der Link"),
];

const words = (body: string) => ({ subject: "[{{ id }}] {{ subject }}", body });

export const LETTERS: LetterSettings = {
  revision: 0,
  saved_at: null,
  saved_by: null,
  languages: ["en", "de"],
  letters: [
    {
      name: "reply",
      title: { en: "Answer to the requester", de: "Antwort an die anfragende Person" },
      to: "requester",
      of_ticket: true,
      places: PLACES,
      words: {
        en: words("Hello {{ name }},\n\n{{ body }}\n\n{{ footer }}"),
        de: words("Guten Tag {{ name }},\n\n{{ body }}\n\n{{ footer }}"),
      },
    },
    {
      name: "assigned",
      title: { en: "Ticket assigned", de: "Ticket zugewiesen" },
      to: "staff",
      of_ticket: true,
      places: PLACES,
      words: { en: words("It is yours.\n\n{{ footer }}"), de: words("Es gehört Ihnen.\n\n{{ footer }}") },
    },
    {
      name: "digest",
      title: { en: "One mail a day", de: "Eine Mail am Tag" },
      to: "staff",
      of_ticket: false,
      places: PLACES,
      words: { en: words("Much happened.\n\n{{ footer }}"), de: words("Viel geschah.\n\n{{ footer }}") },
    },
  ],
  templates: [],
  faults: [],
};

/** As the service would: what is unknown is refused at its line, a name is that of the example. */
const refusedPlace = (wanted: LetterTemplate, at: string) => {
  const unknown = /\{\{ (?!name|body|footer|id|subject)(\w+) \}\}/.exec(wanted.body);
  return unknown === null
    ? []
    : [
        {
          field: `${at}body`,
          code: "unknown_place",
          message: "",
          values: { line: 1, name: unknown[1] ?? "", known: "body, footer, name" },
        },
      ];
};

export const lettersOf =
  (held: { settings: LetterSettings; earlier: LetterTemplate[] }): Part =>
  (desk) => [
    http.get("*/api/settings/letters", () => HttpResponse.json(held.settings)),
    http.put("*/api/settings/letters", async ({ request }) => {
      const { templates } = (await desk.note(request)) as { templates: LetterTemplate[] };
      const errors = templates.flatMap((one, index) => refusedPlace(one, `templates.${index}.`));
      if (errors.length > 0) return problem(422, "invalid", { errors });
      held.settings = { ...held.settings, templates, revision: held.settings.revision + 1 };
      return HttpResponse.json(held.settings);
    }),
    http.post("*/api/settings/letters/previews", async ({ request }) => {
      const wanted = (await request.json()) as LetterTemplate & { ticket: string | null };
      const errors = refusedPlace(wanted, "");
      if (errors.length > 0) return problem(422, "invalid", { errors });
      const text = wanted.body.replaceAll("{{ name }}", wanted.ticket === null ? "Sofie Berg" : "Rita");
      return HttpResponse.json({ subject: wanted.subject, text, html: `<p>${text}</p>` });
    }),
    http.get("*/api/settings/letters/versions", () =>
      HttpResponse.json({
        items: [
          { revision: 2, saved_at: "2026-03-02T09:00:00Z", saved_by: "lea", name: "Lea", templates: 0 },
          { revision: 1, saved_at: "2026-03-01T09:00:00Z", saved_by: "lea", name: "Lea", templates: 1 },
        ],
      }),
    ),
    http.get("*/api/settings/letters/versions/:revision", () =>
      HttpResponse.json({ revision: 1, templates: held.earlier }),
    ),
    http.get("*/api/settings/mailboxes", () =>
      HttpResponse.json({
        revision: 1,
        mailboxes: [{ id: "billing", address: "billing@desk.example" }],
      }),
    ),
  ];

export const lettersPart: Part = (desk) => lettersOf({ settings: LETTERS, earlier: [] })(desk);
