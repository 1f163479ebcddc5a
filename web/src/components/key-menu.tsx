import { Kbd, Menu } from "@mantine/core";
import type { ComponentType, ReactElement, ReactNode } from "react";

import { useDigits } from "@/lib/digits";
import { useEscape } from "@/lib/escape";

import styles from "./key-menu.module.css";

export interface Choice {
  id: string;
  words: ReactNode;
  /** By it, it is chosen while the menu is open. */
  digit?: number | undefined;
  Icon?: ComponentType<{ size: number }> | undefined;
  /** What is so already. */
  current?: boolean;
  /** Set apart from those above. */
  apart?: boolean;
  /** Why it cannot be chosen. */
  refusal?: string | null;
  run: () => void;
}

interface Props {
  label: string;
  opened: boolean;
  onChange: (opened: boolean) => void;
  choices: readonly Choice[];
  position?: "bottom-start" | "bottom-end";
  /** Opens it: one element that can be pressed. */
  children: ReactElement;
}

/** A menu whose choices answer to digits from the moment it is open. */
export function KeyMenu({ label, opened, onChange, choices, position = "bottom-start", children }: Props) {
  const choose = (choice: Choice) => {
    onChange(false);
    // A menu that closes takes no keys any more, and no focus that comes late: the next key is for the page.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    choice.run();
  };
  return (
    <>
      {/* Not within the menu, which is drawn some frames later: the next key may come before that. */}
      {opened && (
        <Pressed
          onEscape={() => {
            onChange(false);
          }}
          onDigit={(digit) => {
            const chosen = choices.find((choice) => choice.digit === digit);
            if (chosen !== undefined) choose(chosen);
          }}
        />
      )}
      <Menu
        {...{ opened, onChange, position }}
        shadow="md"
        // It begins on its first choice: a place without words is no part of a menu.
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>{children}</Menu.Target>
        <Menu.Dropdown aria-label={label} inert={!opened}>
          {choices.map((choice) => (
            <Item
              key={choice.id}
              choice={choice}
              onChoose={() => {
                choose(choice);
              }}
            />
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface OnPressed {
  onDigit: (digit: number) => void;
  onEscape: () => void;
}

function Pressed({ onDigit, onEscape }: OnPressed) {
  useDigits(onDigit);
  useEscape(onEscape);
  return null;
}

function Item({ choice, onChoose }: { choice: Choice; onChoose: () => void }) {
  const { words, digit, Icon, current = false, apart = false, refusal = null } = choice;
  return (
    <>
      {apart && <Menu.Divider />}
      <Menu.Item
        className={current ? styles.current : undefined}
        aria-current={current || undefined}
        aria-keyshortcuts={digit === undefined ? undefined : String(digit)}
        disabled={refusal !== null}
        title={refusal ?? undefined}
        leftSection={Icon && <Icon size={16} />}
        rightSection={
          digit !== undefined && (
            <Kbd size="xs" aria-hidden>
              {digit}
            </Kbd>
          )
        }
        onClick={onChoose}
      >
        {words}
      </Menu.Item>
    </>
  );
}
