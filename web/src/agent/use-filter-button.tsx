import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFilter } from "@tabler/icons-react";
import { useEffect, useState, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import { PHONE } from "@/lib/widths";

interface FilterButton {
  /** The field has its place on the page. */
  shown: boolean;
  button: ReactNode;
  /** Into the field, wherever that is. */
  focus: () => void;
}

/** On a phone a list is narrowed behind a button, which says by how much it is. */
export function useFilterButton(count: number, field: RefObject<HTMLInputElement | null>): FilterButton {
  const { t } = useTranslation("agent");
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open, field]);
  const focus = () => {
    setOpen(true);
    field.current?.focus();
  };
  if (!phone) return { shown: true, button: null, focus };
  return {
    shown: open,
    focus,
    button: (
      <Button
        variant="default"
        size="sm"
        mih="2.75rem"
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {count === 0 ? t("rows.filter") : t("rows.filtered", { count })}
      </Button>
    ),
  };
}
