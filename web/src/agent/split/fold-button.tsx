import { ActionIcon } from "@mantine/core";
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { KeyTip } from "@/components/key-tip";

import { ticketPage } from "../actions";
import { usePanelFolded } from "./panel";

export function FoldButton() {
  const { t } = useTranslation("agent");
  const [folded, fold] = usePanelFolded();
  const Icon = folded ? IconLayoutSidebarRightExpand : IconLayoutSidebarRightCollapse;
  return (
    <KeyTip of={ticketPage.panel}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("ticket.details")}
        aria-expanded={!folded}
        onClick={fold}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </KeyTip>
  );
}
