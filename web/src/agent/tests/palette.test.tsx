import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { describe, expect, test, vi } from "vitest";

import { setDraftOwner } from "@/lib/draft";
import { recentTickets, rememberTicket } from "@/lib/recent-tickets";
import { shortcutsOn } from "@/lib/shortcuts";
import { accessibilityProblems } from "@/testing/axe";
import { LEAD } from "@/testing/builders";
import { showAgent, signedIn, write } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";

async function open(address = `/agent/tickets/${ID}`, me = openDesk().me) {
  const desk = me === LEAD ? openDesk(LEAD) : openDesk();
  signedIn("agent");
  const shown = showAgent(address);
  await screen.findByRole("heading", { level: 1 });
  return { desk, ...shown };
}

const field = () => screen.findByRole("combobox", { name: "Search or choose what to do" });
const group = async (name: string) => within(await screen.findByRole("group", { name }));
const wordsOf = (options: HTMLElement[]) => options.map(({ textContent }) => textContent);

async function asked(text = "", address?: string, me?: typeof LEAD) {
  const shown = await open(address, me);
  await shown.user.keyboard("{Control>}k{/Control}");
  const input = await field();
  if (text !== "") await write(shown.user, input, text);
  return { ...shown, input };
}

describe("the palette", () => {
  test("opens by / and by Ctrl+K, and by the latter while one types", async () => {
    const { user } = await open();
    await user.keyboard("/");
    expect(await field()).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("combobox", { name: /Search or choose/ })).toBeNull();
    await user.keyboard("n");
    const note = await screen.findByRole("textbox", { name: "Note for the team" });
    await user.keyboard("half a wo/");
    expect(note).toHaveValue("half a wo/");
    await user.keyboard("{Control>}k{/Control}");
    expect(await field()).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(note).toHaveFocus();
    expect(note).toHaveValue("half a wo/");
  });

  test("opens by Ctrl+K also where single keys are switched off", async () => {
    const { user } = await open();
    await user.keyboard("?");
    await user.click(await screen.findByRole("switch", { name: "Single keys act as shortcuts" }));
    await waitFor(() => {
      expect(shortcutsOn()).toBe(false);
    });
    await user.keyboard("{Escape}");
    await user.keyboard("/");
    await user.keyboard("{Control>}k{/Control}");
    expect(await field()).toHaveValue("");
  });

  test("begins with what can be done here, with its keys, and with the tickets one was at", async () => {
    setDraftOwner(() => "p-agent1");
    rememberTicket({ id: "HD-0F6GH7JK", subject: "Account locked" });
    await asked();
    const actions = await group("Actions");
    expect(actions.getByRole("option", { name: /^Escalate ?e$/ })).toBeVisible();
    // It is theirs already.
    expect(actions.queryByRole("option", { name: /Take it/ })).toBeNull();
    const tickets = await group("Tickets");
    expect(wordsOf(tickets.getAllByRole("option"))).toEqual([
      expect.stringContaining(ID),
      expect.stringContaining("HD-0F6GH7JK"),
    ]);
    setDraftOwner(() => null);
    expect(recentTickets()).toEqual([]);
  });

  test("does what is chosen, where the keyboard was", async () => {
    const { user } = await asked("hand ov");
    await group("Actions");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("dialog", { name: /Hand over/ })).toBeVisible();
  });

  test("says why something cannot be done, and stays", async () => {
    const { user, input, desk } = await asked("take it");
    const option = await screen.findByRole("option", { name: /Take it.*it is yours already/ });
    expect(option).toHaveAttribute("aria-disabled", "true");
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/Take it: it is yours already/)).toBeInTheDocument();
    expect(input).toHaveFocus();
    expect(desk.sent).toEqual([]);
  });

  test.each(["3cd5e", "HD-0AB3CD5E", "#0ab3cd5e"])("opens a ticket that is named by %s", async (text) => {
    const { user } = await asked(text, "/agent/teams/service-desk");
    const [first] = await screen.findAllByRole("option", { name: /Nobody can print/ });
    expect(first).toHaveAttribute("aria-selected", "true");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { name: "Nobody can print on floor 3" })).toBeVisible();
  });

  test("asks for a whole number that is not held here, once, and looks for words in all tickets", async () => {
    const requests: string[] = [];
    server.events.on("request:start", ({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      // Of the other things there are their own requests.
      if (!searchParams.has("kind")) requests.push(pathname);
    });
    const { user, input } = await asked("HD-0D5EF6GH");
    expect(await screen.findByRole("option", { name: /Laptop battery/ })).toBeVisible();
    await user.clear(input);
    await write(user, input, "dark since");
    const found = await group("Tickets");
    expect(
      await found.findByRole("option", { name: /printers on floor 3 are dark since nine/ }),
    ).toBeVisible();
    expect(requests.filter((path) => path.endsWith("HD-0D5EF6GH"))).toHaveLength(1);
    expect(requests.filter((path) => path.endsWith("/api/search"))).toHaveLength(1);
    await user.clear(input);
    await write(user, input, "HD-0ZZZZZZZ");
    expect(await screen.findByRole("option", { name: "Search all tickets for “HD-0ZZZZZZZ”" })).toBeVisible();
    expect(screen.queryByRole("group", { name: "Tickets" })).toBeNull();
  });

  test("says so when it could not ask", async () => {
    const { user, input } = await asked();
    server.use(http.get("*/api/tickets/HD-0ZZZZZZZ", () => HttpResponse.error()));
    await write(user, input, "HD-0ZZZZZZZ");
    expect(await screen.findByText(/Not everything could be asked/)).toBeInTheDocument();
  });

  test("leads to teams, and those who lead to pages of the settings", async () => {
    const { user, input } = await asked("network exp", undefined, LEAD);
    expect(await screen.findByRole("option", { name: /Network experts/ })).toBeVisible();
    await user.clear(input);
    await write(user, input, "organis");
    await (await group("Settings")).findByRole("option", { name: "Organisations" });
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(window.location.pathname).toBe("/agent/settings/organizations");
    });
  });

  test("finds articles by what they answer, each to its page", async () => {
    const { user } = await asked("password");
    await user.click((await group("Articles")).getByRole("option", { name: /^Reset your password/ }));
    await waitFor(() => {
      expect(window.location.pathname).toBe("/agent/knowledge/01KART/en");
    });
  });

  test("finds views by their names, and organizations, to what there is of them", async () => {
    const { user, input } = await asked("due to");
    await (await group("Views")).findByRole("option", { name: "Due today" });
    await user.clear(input);
    await write(user, input, "harbour");
    await (await group("Organisations")).findByRole("option", { name: /Harbour/ });
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(new URLSearchParams(window.location.search).get("q")).toMatch(/^org:/);
    });
  });

  test("goes into one group by Tab, and out again by Esc", async () => {
    const { user } = await asked("e");
    await group("Teams");
    await user.keyboard("{Tab}");
    const list = within(screen.getByRole("listbox", { name: "What is found" }));
    expect(list.getAllByRole("group")).toHaveLength(1);
    expect(await field()).toHaveFocus();
    await user.keyboard("{Escape}");
    await group("Teams");
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("combobox", { name: /Search or choose/ })).toBeNull();
  });

  test("keeps its place by the thing it stands on", async () => {
    const { user, input } = await asked(">");
    const list = within(await screen.findByRole("listbox", { name: "What is found" }));
    const [, second] = list.getAllByRole("option");
    await user.keyboard("{ArrowDown}");
    expect(second).toHaveAttribute("aria-selected", "true");
    expect(input).toHaveAttribute("aria-activedescendant", second?.id);
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(list.getAllByRole("option").at(-1)).toHaveAttribute("aria-selected", "true");
  });

  test("opens in a new tab by Ctrl+Enter", async () => {
    const tab = vi.spyOn(window, "open").mockReturnValue(null);
    const { user } = await asked("3cd5e", "/agent/teams/service-desk");
    await screen.findByRole("option", { name: /Nobody can print/ });
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(tab).toHaveBeenCalledWith("/agent/tickets/HD-0AB3CD5E", "_blank", "noopener");
    expect(screen.getByRole("heading", { name: /Service desk/ })).toBeVisible();
  });

  test("has nothing axe objects to", async () => {
    await asked("e");
    await group("Teams");
    expect(await accessibilityProblems(screen.getByRole("dialog"))).toEqual([]);
  });

  test("@ asks for people alone, and leads to who is found", async () => {
    const { user } = await asked("@Anna");
    const people = await group("People");
    expect(wordsOf(await people.findAllByRole("option"))).toEqual([expect.stringContaining("Anna Meier")]);
    expect(screen.queryByRole("group", { name: "Actions" })).toBeNull();
    await user.keyboard("{Enter}");
    await waitFor(() => {
      expect(window.location.pathname).toBe("/agent/people/p-anna");
    });
  });
});
