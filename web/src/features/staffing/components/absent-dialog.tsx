import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Workload } from "@/api/settings-types";
import { useNotify } from "@/components/notify";
import { TicketDialog } from "@/components/ticket-dialog";
import { WhenField } from "@/components/when/when-field";
import { inDays, instantOf, localInput } from "@/lib/local-input";
import { productNow } from "@/lib/product-clock";

import { useNoteAbsence } from "../api/note-absence";
import { NOBODY } from "../person-values";
import { SubstituteSelect } from "./substitute-select";

interface Props {
  person: Workload;
  /** Who can stand in. */
  colleagues: readonly Workload[];
  onClose: () => void;
}

/** Somebody is absent from now on, until when, and who stands in. */
export function AbsentDialog({ person, colleagues, onClose }: Props) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const saving = useNoteAbsence(person.id);
  const [until, setUntil] = useState(() => localInput(inDays(productNow(), 1, 8)));
  const [substitute, setSubstitute] = useState(NOBODY);
  const end = instantOf(until);
  return (
    <TicketDialog
      title={t("now.absentOf", { name: person.name })}
      text={t("now.absentText")}
      submit={t("now.absent")}
      pending={saving.isPending}
      error={saving.error}
      onSubmit={() => {
        if (end === null) return;
        saving.mutate(
          {
            start: new Date(productNow()).toISOString(),
            end,
            substitute: substitute === NOBODY ? null : substitute,
          },
          {
            onSuccess: () => {
              notify(t("now.absentDone", { name: person.name }));
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      <WhenField
        kind="instant"
        required
        label={t("now.until")}
        value={until}
        error={end === null && t("now.untilWhen")}
        onChange={setUntil}
      />
      <SubstituteSelect colleagues={colleagues} value={substitute} onChange={setSubstitute} />
    </TicketDialog>
  );
}
