import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { keyOf } from "@/lib/shortcuts";
import { PHONE } from "@/lib/widths";

import { SheetBar } from "./sheet-bar";

export const SUBMIT = "Ctrl+Enter";

interface Props {
  title: ReactNode;
  onClose: () => void;
  /** By key, from anywhere in it. */
  onSubmit?: () => void;
  /** Other keys, from anywhere in it; whether they were meant. */
  onKey?: (keys: string) => boolean;
  children: ReactNode;
}

/** Beside what is on the page, which stays readable and can be scrolled; on phones from below. */
export function Sheet({ title, onClose, onSubmit, onKey, children }: Props) {
  const { t } = useTranslation();
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened
      onClose={onClose}
      title={
        <>
          {phone && <SheetBar onClose={onClose} />}
          {title}
        </>
      }
      position={phone ? "bottom" : "right"}
      size={phone ? "92%" : 480}
      shadow="xl"
      withOverlay={phone}
      lockScroll={phone}
      closeOnClickOutside={phone}
      onKeyDown={(event) => {
        const keys = keyOf(event);
        if (keys === SUBMIT && onSubmit !== undefined) onSubmit();
        else if (onKey?.(keys) !== true) return;
        event.preventDefault();
      }}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {children}
    </Drawer>
  );
}
