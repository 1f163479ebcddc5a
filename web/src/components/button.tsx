import type { ButtonHTMLAttributes } from "react";

import styles from "./button.module.css";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: "primary" | "plain" | "quiet";
  busy?: boolean;
}

/** A busy button stays focusable and says so; it just does nothing twice. */
export function Button({
  look = "plain",
  busy = false,
  type = "button",
  className,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={
        busy
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
    />
  );
}

/** The same looks for links. */
export function buttonClass(look: "primary" | "plain" | "quiet" = "plain", extra?: string): string {
  return [styles.button, styles[look], extra].filter(Boolean).join(" ");
}
