import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";

import { settingsFields } from "../settings/settings-fields";

interface Values {
  name: string;
  team: string;
  hours: number | "";
  on: boolean;
}

function Form({ onValue }: { onValue: (value: Values) => void }) {
  const [value, setValue] = useState<Values>({ name: "", team: "", hours: 1, on: false });
  const change = (part: Partial<Values>) => {
    setValue({ ...value, ...part });
    onValue({ ...value, ...part });
  };
  const refusals = [{ place: "name", message: "is needed" }];
  const { text, choice, amount, flag } = settingsFields({ value, change, refusals }, (name) => name);
  return (
    <MantineProvider env="test">
      {text("name")}
      {choice("team", [{ value: "a", label: "Team A" }], { empty: "none" })}
      {amount("hours")}
      {flag("on")}
    </MantineProvider>
  );
}

test("fields hold the values of their names, and say what was refused at their place", async () => {
  const values: Values[] = [];
  render(
    <Form
      onValue={(value) => {
        values.push(value);
      }}
    />,
  );
  const user = userEvent.setup({ delay: null });
  const name = screen.getByLabelText("name");
  expect(name).toHaveAccessibleDescription("is needed");
  expect(name).toHaveAttribute("data-place", "name");
  await user.click(name);
  await user.paste("Ann");
  await user.click(screen.getByLabelText("on"));
  await user.clear(screen.getByLabelText("hours"));
  expect(values.at(-1)).toEqual({ name: "Ann", team: "", hours: "", on: true });
  await user.click(screen.getByRole("combobox", { name: "team" }));
  await user.click(await screen.findByRole("option", { name: "Team A" }));
  expect(values.at(-1)?.team).toBe("a");
});
