import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { accessibilityProblems } from "@/testing/axe";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

import { keepDevice } from "../device";
import { devicesOf, KEY } from "../testing";

const bytes = (...values: number[]) => Uint8Array.from(values).buffer;
const listeners = new Map<string, (event: object) => void>();

/** A browser that can show notes, and what it answers when it is asked. */
function browser(answer: NotificationPermission, before: NotificationPermission = "default") {
  const old = { unsubscribe: vi.fn() };
  const made = {
    endpoint: "https://fcm.googleapis.com/x",
    getKey: () => bytes(251, 255),
    unsubscribe: vi.fn(),
  };
  const pushManager = {
    getSubscription: vi.fn().mockResolvedValue(old),
    subscribe: vi.fn().mockResolvedValue(made),
  };
  const notification = {
    permission: before,
    requestPermission: vi.fn(() => {
      notification.permission = answer;
      return Promise.resolve(answer);
    }),
  };
  const register = vi.fn().mockResolvedValue({ pushManager });
  vi.stubGlobal("Notification", notification);
  vi.stubGlobal("PushManager", vi.fn());
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: {
      register,
      getRegistration: () => Promise.resolve({ pushManager }),
      addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      removeEventListener: (name: string) => listeners.delete(name),
    },
  });
  return { old, pushManager, notification, register };
}

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, "serviceWorker");
});

function open(items: Parameters<typeof devicesOf>[0]["items"] = [], path = "/agent/me") {
  const desk = openDesk();
  const held = { items };
  server.use(...devicesOf(held)(desk));
  signedIn("agent");
  const shown = showAgent(path);
  return { desk, held, ...shown };
}

const button = (name: string) => screen.findByRole("button", { name });

test("a device is notified once it was clicked and the browser allows it, and not before", async () => {
  const { old, pushManager, notification, register } = browser("granted");
  const { user, desk } = open();
  const add = await button("Notify this device");
  expect(notification.requestPermission).not.toHaveBeenCalled();
  expect(register).not.toHaveBeenCalled();
  await user.click(add);
  expect(await screen.findByText(/^This device ·/)).toBeVisible();
  expect(register).toHaveBeenCalledWith("/sw.js", { scope: "/agent" });
  expect(old.unsubscribe).toHaveBeenCalled();
  expect(pushManager.subscribe).toHaveBeenCalledWith({
    userVisibleOnly: true,
    applicationServerKey: Uint8Array.from(window.atob(KEY.replace("-", "+").replace("_", "/")), (one) =>
      one.charCodeAt(0),
    ),
  });
  expect(desk.sent).toContainEqual(
    expect.objectContaining({
      body: { endpoint: "https://fcm.googleapis.com/x", p256dh: "-_8", auth: "-_8" },
    }),
  );
  expect(screen.queryByRole("button", { name: "Notify this device" })).toBeNull();
});

test("who says no is told how it can be allowed", async () => {
  browser("denied");
  const { user, desk } = open();
  await user.click(await button("Notify this device"));
  expect(await screen.findByText(/does not let us show notes/)).toBeVisible();
  expect(desk.sent.filter(({ path }) => path.includes("devices"))).toEqual([]);
});

test("a browser that cannot says so, and devices can still be removed", async () => {
  const { user, held, container } = open([{ id: "d-1", added_at: "2026-11-20T09:00:00Z", current: true }]);
  expect(await screen.findByText(/This browser shows no notes/)).toBeVisible();
  expect(await accessibilityProblems(container)).toEqual([]);
  await user.click(await button("Remove the other device"));
  await waitFor(() => {
    expect(held.items).toEqual([]);
  });
});

test("one whose key is no longer given out is offered anew, and the old one goes", async () => {
  browser("granted", "granted");
  keepDevice("d-old");
  const { user, held } = open([{ id: "d-old", added_at: "2026-11-20T09:00:00Z", current: false }]);
  await user.click(await button("Notify this device"));
  await waitFor(() => {
    expect(held.items.map(({ id }) => id)).toEqual(["d-2"]);
  });
});

test("a note that is clicked leads to its ticket in the page that is open", async () => {
  browser("granted");
  open([], "/agent/mine");
  await within(await screen.findByRole("grid")).findAllByRole("row");
  listeners.get("message")?.({ data: { type: "open", address: "/agent/tickets/HD-0AB3CD5E" } });
  expect(await screen.findByRole("heading", { name: "Nobody can print on floor 3" })).toBeVisible();
});
