import { Modal, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Briefing } from "@/api/settings-types";
import { Button } from "@/components/button";
import { Loaded } from "@/components/loaded";

import { briefingsQuery } from "../api/briefings";
import type { ReportName, ReportQuery } from "../api/get-report";
import { BriefingForm } from "./briefing-form";
import { BriefingList } from "./briefing-list";

interface Props {
  /** Those of the page, of which one may be sent. */
  of: readonly ReportName[];
  asked: ReportQuery;
}

/** Reports that come by mail: for leads, who have them counted. */
export function ByMail({ of, asked }: Props) {
  const { t } = useTranslation(["settings", "common"]);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="quiet"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t("settings:figures.mail.open")}
      </Button>
      <Modal
        opened={open}
        size="lg"
        onClose={() => {
          setOpen(false);
        }}
        title={t("settings:figures.mail.title")}
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        <Own of={of} asked={asked} />
      </Modal>
    </>
  );
}

function Own({ of, asked }: Props) {
  const found = useQuery(briefingsQuery);
  const [changed, setChanged] = useState<Briefing>();
  return (
    <Stack gap="md">
      <Loaded of={found} lines={2}>
        {(items) => <BriefingList items={items} onChange={setChanged} />}
      </Loaded>
      <BriefingForm
        key={changed?.id ?? "new"}
        held={changed}
        of={changed === undefined ? of : [changed.report as ReportName]}
        asked={asked}
        onDone={() => {
          setChanged(undefined);
        }}
      />
    </Stack>
  );
}
