/** Shows notes on this device while no page is open, and leads to what one is about. It keeps no page and no answer. */
const TICKET = /^HD-[0-9A-Z]{8}$/;
const INBOX = "/agent/inbox";

const addressOf = (ticket) => (TICKET.test(ticket) ? `/agent/tickets/${ticket}` : INBOX);

/** What cannot be read is shown as a note all the same: browsers take the right away from who shows nothing. */
function noteOf(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title = "Helpdesk", ticket_id: ticket = null, entry } = noteOf(event.data) ?? {};
  event.waitUntil(
    // By its entry a note that comes twice shows once.
    self.registration.showNotification(title, { tag: entry, data: { ticket }, icon: "/icon-192.png" }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { ticket } = event.notification.data;
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((pages) => {
      const open = pages.find(({ url }) => new URL(url).pathname.startsWith("/agent"));
      if (open === undefined) return self.clients.openWindow(addressOf(ticket));
      // The page goes there itself, so that nothing typed in it is lost.
      open.postMessage({ type: "open", address: addressOf(ticket) });
      return open.focus();
    }),
  );
});
