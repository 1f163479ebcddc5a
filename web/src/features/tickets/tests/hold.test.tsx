import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { replyTo } from "@/testing/composer";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk } from "@/testing/server";
import { undoingFor } from "@/testing/undo-send";

const ID = "HD-07KQ2M4X";
let desk: ReturnType<typeof openDesk>;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  desk = openDesk();
  undoingFor(desk, 30);
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
    await after(30_000);
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
    await after(31_000);
    expect(sent()).toEqual([]);
  });

  test("is had back for as long as one has chosen", async () => {
    undoingFor(desk, 5);
    await sending("Quickly");
    expect(
      await screen.findByText(/Goes out in [1-5] s/, { ignore: "[role=status] *, [role=status]" }),
    ).toBeVisible();
    await after(5_000);
    await waitFor(() => {
      expect(sent()).toHaveLength(1);
    });
  });

  test("goes at once, and offers nothing to have back, where one has chosen so", async () => {
    undoingFor(desk, 0);
    await sending("All done.", "{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    await waitFor(() => {
      expect(sent()).toHaveLength(1);
    });
    await waitFor(() => {
      expect(window.location.pathname).toBe("/agent/mine");
    });
    expect(screen.queryByText(/goes out in/i)).toBeNull();
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
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
    await after(31_000);
    expect(sent()).toEqual([]);
    expect(desk.tickets.get(ID)?.state).not.toBe("solved");
  });
});
