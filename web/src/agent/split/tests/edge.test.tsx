import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { OwnSettings, SettingsPlan } from "@/api/types";
import { preferencesOf, USUAL } from "@/features/preferences/testing";
import { showAgent, signedIn } from "@/testing/render";
import { openDesk, server } from "@/testing/server";
import { atWidth } from "@/testing/window-width";

beforeEach(() => {
  Element.prototype.setPointerCapture = () => undefined;
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function open(settings: OwnSettings = USUAL, width = 1_440) {
  atWidth(width);
  const desk = openDesk();
  const held = { settings };
  server.use(...preferencesOf(held)(desk));
  signedIn("agent");
  showAgent("/agent/teams/service-desk?t=HD-07KQ2M4X");
  await screen.findByRole("heading", { name: /VPN drops/ });
  const saved = () =>
    desk.sent.flatMap(({ path, body }) => (path.endsWith("/me/settings") ? [body as SettingsPlan] : []));
  return { held, saved };
}
const listEdge = () => screen.getByRole("separator", { name: "Width of the list" });
const panelEdge = () => screen.getByRole("separator", { name: "Width of the details" });
const shown = (edge: HTMLElement, property: string) =>
  edge.closest<HTMLElement>(`[style*="${property}:"]`)?.style.getPropertyValue(property);

function drag(edge: HTMLElement, ...to: number[]) {
  fireEvent.pointerDown(edge, { button: 0, pointerId: 1, clientX: 400 });
  for (const clientX of to) fireEvent.pointerMove(edge, { pointerId: 1, clientX });
  fireEvent.pointerUp(edge, { pointerId: 1 });
}

test("a dragged edge follows within its bounds, and is saved once, when it is let go", async () => {
  const { held, saved } = await open();
  drag(listEdge(), 380, 420, 450);
  expect(listEdge()).toHaveAttribute("aria-valuenow", "410");
  await waitFor(() => {
    expect(held.settings.list_width).toBe(410);
  });
  drag(panelEdge(), 200);
  expect(panelEdge()).toHaveAttribute("aria-valuenow", "420");
  await waitFor(() => {
    expect(held.settings).toMatchObject({ list_width: 410, panel_width: 420 });
  });
  expect(saved()).toHaveLength(2);
});

test("while it is dragged the panes follow", async () => {
  await open();
  const edge = listEdge();
  fireEvent.pointerDown(edge, { button: 0, pointerId: 1, clientX: 400 });
  fireEvent.pointerMove(edge, { pointerId: 1, clientX: 440 });
  expect(shown(edge, "--list")).toBe("400px");
  fireEvent.pointerMove(edge, { pointerId: 1, clientX: 4 });
  expect(shown(edge, "--list")).toBe("300px");
});

test("arrows move it, Home and End go to its bounds, a double click puts it back", async () => {
  const { held, saved } = await open({ ...USUAL, list_width: 500, panel_width: 300 });
  const edge = listEdge();
  const key = (name: string) => {
    act(() => {
      edge.focus();
    });
    fireEvent.keyDown(edge, { key: name });
    return edge.getAttribute("aria-valuenow");
  };
  expect(edge).toHaveAttribute("aria-valuenow", "500");
  expect([key("ArrowRight"), key("ArrowRight"), key("ArrowLeft")]).toEqual(["516", "520", "504"]);
  expect([key("Home"), key("End")]).toEqual(["300", "520"]);
  // The panel is on the other side of its edge.
  fireEvent.keyDown(panelEdge(), { key: "ArrowLeft" });
  expect(panelEdge()).toHaveAttribute("aria-valuenow", "316");
  fireEvent.doubleClick(edge);
  expect(edge).toHaveAttribute("aria-valuenow", "360");
  await waitFor(() => {
    expect(held.settings).toMatchObject({ list_width: null, panel_width: 316 });
  });
  expect(saved()).toHaveLength(2);
});

test("what one chose elsewhere holds here, and one key folds the details away", async () => {
  await open({ ...USUAL, panel_width: 400 });
  expect(panelEdge()).toHaveAttribute("aria-valuenow", "400");
  fireEvent.keyDown(document.body, { key: "-" });
  expect(screen.queryByRole("separator", { name: "Width of the details" })).toBeNull();
  const button = screen.getByRole("button", { name: "Details" });
  expect(button).toHaveAttribute("aria-expanded", "false");
  fireEvent.click(button);
  expect(panelEdge()).toBeInTheDocument();
});

test("on a small window the same key opens the details as a sheet", async () => {
  await open(USUAL, 800);
  fireEvent.keyDown(document.body, { key: "-" });
  expect(await screen.findByRole("dialog", { name: "Details" })).toBeVisible();
});

test("where lines begin at the right, the panes grow the other way", async () => {
  const { held } = await open();
  document.dir = "rtl";
  drag(listEdge(), 380, 350);
  fireEvent.keyDown(panelEdge(), { key: "ArrowRight" });
  document.dir = "";
  expect(listEdge()).toHaveAttribute("aria-valuenow", "410");
  expect(panelEdge()).toHaveAttribute("aria-valuenow", "336");
  await waitFor(() => {
    expect(held.settings).toMatchObject({ list_width: 410, panel_width: 336 });
  });
});

test("the composer is as high as its upper edge is dragged, or as it needs to be", async () => {
  const { held } = await open({ ...USUAL, composer_height: 240 });
  fireEvent.keyDown(document.body, { key: "r" });
  const edge = await screen.findByRole("separator", { name: "Height of the composer" });
  expect(shown(edge, "--composer")).toBe("240px");
  fireEvent.pointerDown(edge, { button: 0, pointerId: 1, clientY: 500 });
  fireEvent.pointerMove(edge, { pointerId: 1, clientY: 440 });
  expect(shown(edge, "--composer")).toBe("300px");
  fireEvent.pointerUp(edge, { pointerId: 1 });
  fireEvent.keyDown(edge, { key: "ArrowUp" });
  expect(edge).toHaveAttribute("aria-valuenow", "316");
  await waitFor(() => {
    expect(held.settings.composer_height).toBe(316);
  });
  fireEvent.doubleClick(edge);
  await waitFor(() => {
    expect(held.settings.composer_height).toBeNull();
  });
  expect(shown(edge, "--composer")).toBeUndefined();
});
