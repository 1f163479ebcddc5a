/** Fields of a form of the settings, each bound to a value by its name. */
import { NumberInput, Select, Switch, Textarea, TextInput } from "@mantine/core";

import { refused } from "@/lib/field-errors";

import { HINT_BELOW } from "./hint-below";
import type { SettingsFormState } from "./settings-form";

interface About {
  hint?: string | undefined;
  /** Where the service finds it, when that is not its name. */
  place?: string;
}

type Keys<Values, Kind> = { [K in keyof Values]: Values[K] extends Kind ? K : never }[keyof Values] & string;

export function settingsFields<Values extends object>(
  { value, change, refusals }: Pick<SettingsFormState<Values>, "value" | "change" | "refusals">,
  label: (name: keyof Values & string) => string,
) {
  const set = (name: string, next: unknown) => {
    change({ [name]: next } as Partial<Values>);
  };
  const about = (name: keyof Values & string, { hint, place = name }: About) => ({
    label: label(name),
    inputWrapperOrder: HINT_BELOW,
    description: hint,
    ...refused(refusals, place),
  });
  return {
    text: (
      name: Keys<Values, string>,
      {
        type = "text",
        required = false,
        most = 250,
        ...rest
      }: About & {
        type?: "text" | "email";
        required?: boolean;
        most?: number;
      } = {},
    ) => (
      <TextInput
        {...about(name, rest)}
        type={type}
        required={required}
        maxLength={most}
        value={value[name] as string}
        onChange={(event) => {
          set(name, event.currentTarget.value);
        }}
      />
    ),
    long: (
      name: Keys<Values, string>,
      { rows = 2, most = 2000, ...rest }: About & { rows?: number; most?: number } = {},
    ) => (
      <Textarea
        {...about(name, rest)}
        autosize
        minRows={rows}
        maxLength={most}
        value={value[name] as string}
        onChange={(event) => {
          set(name, event.currentTarget.value);
        }}
      />
    ),
    choice: (
      name: Keys<Values, string | null>,
      data: { value: string; label: string }[],
      {
        empty,
        searchable = false,
        ...rest
      }: About & {
        /** What nothing chosen means; without it, something is always chosen. */
        empty?: string;
        /** There may be many: they are found by typing. */
        searchable?: boolean;
      } = {},
    ) => (
      <Select
        {...about(name, rest)}
        {...(empty === undefined ? { allowDeselect: false } : { clearable: true, placeholder: empty })}
        data={data}
        searchable={searchable}
        value={empty !== undefined && value[name] === "" ? null : (value[name] as string | null)}
        onChange={(wanted) => {
          if (wanted !== null || empty !== undefined) set(name, wanted ?? "");
        }}
      />
    ),
    amount: (
      name: Keys<Values, number | "">,
      {
        step = 1,
        least = 0,
        most,
        clamps = false,
        ...rest
      }: About & {
        step?: number;
        least?: number;
        most?: number;
        /** What is out of bounds is put right here and not refused by the service. */
        clamps?: boolean;
      } = {},
    ) => (
      <NumberInput
        {...about(name, rest)}
        min={least}
        max={most}
        step={step}
        clampBehavior={clamps ? "blur" : "none"}
        value={value[name] as number | ""}
        onChange={(wanted) => {
          set(name, wanted === "" ? "" : Number(wanted));
        }}
      />
    ),
    flag: (name: Keys<Values, boolean>, hint?: string) => (
      <Switch
        label={label(name)}
        description={hint}
        checked={value[name] as boolean}
        onChange={(event) => {
          set(name, event.currentTarget.checked);
        }}
      />
    ),
  };
}
