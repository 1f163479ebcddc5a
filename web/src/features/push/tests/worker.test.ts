import { readFileSync } from "node:fs";
import { join } from "node:path";

import { beforeEach, describe, expect, test, vi } from "vitest";

const SOURCE = readFileSync(join(import.meta.dirname, "../../../../public/sw.js"), "utf8");

type Handler = (event: object) => void;

/** The worker in a scope of its own, as a browser runs it. */
function run(pages: { url: string; focus: () => unknown; postMessage: (message: unknown) => void }[] = []) {
  const handlers: Record<string, Handler> = {};
  const scope = {
    addEventListener: (name: string, handler: Handler) => {
      handlers[name] = handler;
    },
    registration: { showNotification: vi.fn() },
    clients: { matchAll: () => Promise.resolve(pages), openWindow: vi.fn() },
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is a script, no module
  (new Function("self", SOURCE) as (self: object) => void)(scope);
  const fire = async (name: string, event: object) => {
    let waits: unknown;
    handlers[name]?.({
      ...event,
      waitUntil: (promise: unknown) => {
        waits = promise;
      },
    });
    await waits;
  };
  const pushed = (data: unknown) => fire("push", { data });
  const clicked = (ticket: unknown) =>
    fire("notificationclick", { notification: { close: vi.fn(), data: { ticket } } });
  return { ...scope, pushed, clicked, handlers };
}

let worker: ReturnType<typeof run>;
beforeEach(() => {
  worker = run();
});

describe("a note", () => {
  test("is shown with its title, once for its entry", async () => {
    const note = {
      title: "New reply, HD-0AB3CD5E",
      ticket_id: "HD-0AB3CD5E",
      concern: "replied",
      entry: "e-1",
    };
    await worker.pushed({ json: () => note });
    const [[title, options]] = worker.registration.showNotification.mock.calls as [[string, object]];
    expect(title).toBe(note.title);
    expect(options).toMatchObject({ tag: "e-1", data: { ticket: "HD-0AB3CD5E" } });
  });

  test.each([
    null,
    {
      json: () => {
        throw new SyntaxError();
      },
    },
    { json: () => null },
  ])("that cannot be read is shown all the same", async (data) => {
    await worker.pushed(data);
    expect(worker.registration.showNotification).toHaveBeenCalledWith("Helpdesk", expect.anything());
  });
});

describe("a click on it", () => {
  test.each([
    ["HD-0AB3CD5E", "/agent/tickets/HD-0AB3CD5E"],
    [null, "/agent/inbox"],
    ["https://evil.example", "/agent/inbox"],
  ])("about %s opens %s where no page is open", async (ticket, address) => {
    await worker.clicked(ticket);
    expect(worker.clients.openWindow).toHaveBeenCalledWith(address);
  });

  test("goes there in a page that is open, and leaves those of requesters alone", async () => {
    const page = (url: string) => ({ url, focus: vi.fn(), postMessage: vi.fn() });
    const [portal, desk] = [page("https://desk.example/tickets"), page("https://desk.example/agent/mine")];
    worker = run([portal, desk]);
    await worker.clicked("HD-0AB3CD5E");
    expect(desk.postMessage).toHaveBeenCalledWith({ type: "open", address: "/agent/tickets/HD-0AB3CD5E" });
    expect(desk.focus).toHaveBeenCalled();
    expect(portal.focus).not.toHaveBeenCalled();
    expect(worker.clients.openWindow).not.toHaveBeenCalled();
  });
});

test("it keeps no page: what is fetched goes past it", () => {
  expect(worker.handlers.fetch).toBeUndefined();
});
