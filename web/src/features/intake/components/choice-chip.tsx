import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";

import type { Option } from "@/lib/ticket-fields";

import styles from "./call.module.css";

interface Props {
  label: string;
  value: string;
  options: readonly Option[];
  place: string;
  onChange: (value: string) => void;
}

/** What is assumed, in few words; corrected by a menu. */
export function ChoiceChip({ label, value, options, place, onChange }: Props) {
  const shown = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <button type="button" className={styles.chip} data-place={place}>
          <span>{label}:</span> {shown} <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            aria-current={option.value === value}
            onClick={() => {
              onChange(option.value);
            }}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
