import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { keyOf } from "@/lib/shortcuts";

export const SUBMIT = "Ctrl+Enter";

const PHONE = "(max-width: 39.99em)";

interface Props {
  title: ReactNode;
  onClose: () => void;
  /** By key, from anywhere in it. */
  onSubmit?: () => void;
  children: ReactNode;
}

/** Beside what is on the page, which stays readable and can be scrolled; on phones from below. */
export function Sheet({ title, onClose, onSubmit, children }: Props) {
  const { t } = useTranslation();
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  return (
    <Drawer
      opened
      onClose={onClose}
      title={title}
      position={phone ? "bottom" : "right"}
      size={phone ? "92%" : 480}
      shadow="xl"
      withOverlay={phone}
      lockScroll={phone}
      closeOnClickOutside={phone}
      onKeyDown={(event) => {
        if (onSubmit === undefined || keyOf(event) !== SUBMIT) return;
        event.preventDefault();
        onSubmit();
      }}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {children}
    </Drawer>
  );
}
