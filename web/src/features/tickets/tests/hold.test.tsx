import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { replyTo } from "@/testing/composer";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk } from "@/testing/server";

// So long that no machine is too slow for it.
vi.mock("@/features/tickets/hold", () => ({ HOLD_MS: 60_000 }));

const ID = "HD-07KQ2M4X";
let desk: ReturnType<typeof openDesk>;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  desk = openDesk();
  signedIn("agent");
});
afterEach(() => {
  vi.useRealTimers();
});

async function sending(words: string, keys = "{Control>}{Enter}{/Control}") {
  const shown = showAgent(`/agent/tickets/${ID}`);
  await write(shown.user, await replyTo("Jonas Weber"), words);
  await shown.user.keyboard(keys);
  return shown;
}

const sent = () => desk.sent.filter(({ path }) => path.endsWith("/messages")).map(({ body }) => body);
const after = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const held = () => screen.findByText(/Goes out in \d+ s/, { ignore: "[role=status] *, [role=status]" });

describe("what is sent", () => {
  test("stands below the thread for a while and then goes out, once", async () => {
    await sending("Try again now.");
    expect(await held()).toBeVisible();
    expect(sent()).toEqual([]);
    await after(60_000);
    await waitFor(() => {
      expect(sent()).toEqual([{ body: "Try again now.", visibility: "public" }]);
    });
    await waitFor(() => {
      expect(screen.queryByText(/Goes out in|Is being sent/)).toBeNull();
    });
    expect(sent()).toHaveLength(1);
  });

  test("can be had back until then", async () => {
    const { user } = await sending("Think again");
    await held();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByLabelText("Reply to Jonas Weber")).toHaveValue("Think again");
    await after(61_000);
    expect(sent()).toEqual([]);
  });

  test("goes at once when one says so", async () => {
    const { user } = await sending("Now, please");
    await held();
    await user.click(screen.getByRole("button", { name: "Send now" }));
    await waitFor(() => {
      expect(sent()).toHaveLength(1);
    });
  });

  test("goes out when the page is closed, and counts once when that is opened again", async () => {
    const { unmount } = await sending("Before I go");
    await held();
    fireEvent(window, new Event("pagehide"));
    unmount();
    await waitFor(() => {
      expect(sent()).toHaveLength(1);
    });
    showAgent("/agent/mine");
    await waitFor(() => {
      expect(sent()).toHaveLength(2);
    });
    const [first, again] = desk.sent.filter(({ path }) => path.endsWith("/messages"));
    expect(first?.key).not.toBeNull();
    expect(again?.key).toBe(first?.key);
  });

  test("as solved leads to the list, from where it can be had back", async () => {
    const { user } = await sending("All done.", "{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    await waitFor(() => {
      expect(window.location.pathname).toBe("/agent/mine");
    });
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByLabelText("Reply to Jonas Weber")).toHaveValue("All done.");
    await after(61_000);
    expect(sent()).toEqual([]);
    expect(desk.tickets.get(ID)?.state).not.toBe("solved");
  });
});
