import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";

import { askedBefore, type Inserts } from "@/components/rich-text/inserts";
import { RichText } from "@/components/rich-text/rich-text";
import { NOTHING } from "@/components/rich-text/written";

vi.unmock("@/components/rich-text/editor");

const ARTICLE = {
  ...{ id: "a-1", words: "Reset your password", detail: "Press Forgotten." },
  ...{ text: "Reset your password", href: "https://desk.example/help/reset" },
};
const TICKET = { id: "HD-1", words: "Locked out", detail: "HD-1", text: "HD-1" };
const find = vi.fn<Inserts["find"]>();
const left = vi.fn();
const inserts: Inserts = { sign: "#", label: "Articles and tickets", find };

function Field() {
  const [value, setValue] = useState(NOTHING);
  return (
    <RichText
      {...{ ref: null, label: "Reply", placeholder: "", error: null, value, inserts }}
      onChange={setValue}
      onKey={({ key }) => {
        if (key === "Escape") left();
        return key === "Escape";
      }}
    />
  );
}

async function typed(words: string) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <Field />
      </MantineProvider>
    </QueryClientProvider>,
  );
  fireEvent.focus(screen.getByLabelText("Reply"));
  const field = await waitFor(() => {
    const rich = screen.getByLabelText("Reply");
    expect(rich).toHaveAttribute("contenteditable", "true");
    return rich;
  });
  const { editor } = field as HTMLElement & { editor: Editor };
  act(() => {
    field.focus();
    editor.commands.insertContent(words);
  });
  return { field, editor };
}

const options = () => screen.findAllByRole("option");
const press = (field: HTMLElement, key: string) => fireEvent.keyDown(field, { key });

beforeAll(async () => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Element.prototype.scrollIntoView = vi.fn();
  await import("@/components/rich-text/editor");
}, 120_000);

beforeEach(() => {
  left.mockClear();
  find.mockReset().mockResolvedValue([ARTICLE, TICKET]);
});

it("is called by its sign at a word's beginning alone", () => {
  expect(askedBefore("See #pass", "#")).toBe("pass");
  expect(askedBefore("#", "#")).toBe("");
  expect(askedBefore("(#reset pass", "#")).toBe("reset pass");
  expect(askedBefore("C#sharp", "#")).toBeNull();
  expect(askedBefore("# Heading", "#")).toBeNull();
  expect(askedBefore("no sign", "#")).toBeNull();
});

it("puts in what is chosen, as a link where it leads somewhere, and goes", async () => {
  const { field, editor } = await typed("See #pass");
  expect((await options()).map((option) => option.getAttribute("aria-selected"))).toEqual(["true", "false"]);
  expect(find).toHaveBeenLastCalledWith("pass");
  expect(field).toHaveAttribute("aria-activedescendant", screen.getAllByRole("option")[0]?.id);
  press(field, "Enter");
  expect(editor.getHTML()).toBe(
    '<p>See <a href="https://desk.example/help/reset">Reset your password</a> </p>',
  );
  await waitFor(() => {
    expect(screen.queryByRole("listbox")).toBeNull();
  });
  expect(field).not.toHaveAttribute("aria-controls");
});

it("is walked by arrows, and closed by Escape, which leaves the text only then", async () => {
  const { field, editor } = await typed("#lock");
  await options();
  press(field, "ArrowDown");
  expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Locked out");
  press(field, "Escape");
  expect(screen.queryByRole("listbox")).toBeNull();
  expect(left).not.toHaveBeenCalled();
  press(field, "Escape");
  expect(left).toHaveBeenCalledOnce();
  expect(editor.getText()).toBe("#lock");
});

it("a new line after several words stays one until something is chosen", async () => {
  const { field, editor } = await typed("#12 is done");
  expect((await options()).every((option) => option.getAttribute("aria-selected") === "false")).toBe(true);
  press(field, "Enter");
  expect(editor.getText()).toContain("#12 is done");
  expect(editor.getHTML()).not.toContain("HD-1");
});

it("says nothing where nothing is found", async () => {
  find.mockResolvedValue([]);
  await typed("#nothing");
  await waitFor(() => {
    expect(find).toHaveBeenCalled();
  });
  expect(screen.queryByRole("listbox")).toBeNull();
});
