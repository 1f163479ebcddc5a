import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { preferencesOf, USUAL } from "@/features/preferences/testing";
import type { Present } from "@/lib/live-messages";
import { accessibilityProblems } from "@/testing/axe";
import { AGENT } from "@/testing/builders";
import { playLive, socket, watching } from "@/testing/fake-socket";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";

const ID = "HD-07KQ2M4X";
const LIST = "team:service-desk";
const ME: Present = { id: AGENT.id, name: AGENT.name, doing: "looking" };
const LEE: Present = { id: "p-lee", name: "Lee Park", doing: "looking" };

let over = () => undefined as unknown;
beforeEach(() => {
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"],
  });
  over = playLive();
});
afterEach(() => {
  over();
  vi.useRealTimers();
  server.events.removeAllListeners();
});

const row = () => screen.getByText("VPN drops every few minutes").closest<HTMLElement>("[role=row]");
const inRow = () => within(row() ?? document.body);

async function openList(...here: object[]) {
  openDesk();
  playLive();
  signedIn("agent");
  showAgent("/agent/teams/service-desk");
  await screen.findByText("VPN drops every few minutes");
  const line = await socket(0);
  act(() => {
    line.open();
    line.says({ ...watching(LIST), here });
  });
  const tell = (ticketId: string, ...people: Present[]) => {
    act(() => {
      line.says({ type: "presence", topics: [LIST], ticket_id: ticketId, people, seconds: 40 });
    });
  };
  return { line, tell };
}

test("a row shows who else is at its ticket and who writes, asks for nothing, and forgets", async () => {
  const { tell } = await openList();
  await waitFor(() => {
    expect(inRow().queryByText("LP")).toBeNull();
  });
  const asked = vi.fn();
  server.events.on("request:start", asked);
  tell(ID, ME, LEE);
  expect(inRow().getByText("LP")).toBeVisible();
  expect(inRow().getByText(/Lee Park.* is looking/)).toBeInTheDocument();
  expect(screen.getAllByText(/is looking$/)).toHaveLength(1);
  tell(ID, ME, { ...LEE, doing: "writing" });
  expect(inRow().getByTitle(/is writing a reply/)).toHaveAttribute("data-writing");
  tell("HD-0AB3CD5E", LEE);
  expect(asked).not.toHaveBeenCalled();
  expect(await accessibilityProblems()).toEqual([]);
  tell(ID, ME);
  expect(inRow().queryByText("LP")).toBeNull();
  tell(ID, LEE);
  act(() => void vi.advanceTimersByTime(41_000));
  expect(inRow().queryByText("LP")).toBeNull();
});

test("who was there before a list was opened is shown in it, the fourth and further as a number", async () => {
  const many = ["Ann", "Bo", "Cy", "Di", "Ed"].map((name): Present => ({ id: name, name, doing: "looking" }));
  await openList({ ticket_id: ID, people: many, seconds: 12 });
  expect(inRow().getByText("A")).toBeVisible();
  expect(inRow().queryByText("D")).toBeNull();
  expect(inRow().getByText("+2")).toBeVisible();
});

test("how the last message begins stands in rows that are comfortable, and in no others", async () => {
  const desk = openDesk();
  server.use(...preferencesOf({ settings: { ...USUAL, density: "comfortable" } })(desk));
  signedIn("agent");
  const { user } = showAgent("/agent/teams/service-desk");
  await screen.findByText("VPN drops every few minutes");
  expect(inRow().getByText("At home, over the fibre line. It was fine on Friday.")).toBeInTheDocument();
  expect(inRow().queryByText(/Gateway fra-2/)).toBeNull();
  expect(await screen.findByRole("grid")).toHaveAttribute("data-density", "comfortable");
  await user.click(screen.getByRole("radio", { name: "Normal" }));
  expect(screen.getByRole("grid")).toHaveAttribute("data-density", "normal");
});
