import { Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Briefing, BriefingPlan } from "@/api/settings-types";
import { Button } from "@/components/button";
import { useNotify } from "@/components/notify";
import { Refused } from "@/components/refused";
import { refused, refusalsOf } from "@/lib/field-errors";

import { useChangeBriefings } from "../api/briefings";
import type { ReportName, ReportQuery } from "../api/get-report";

interface Props {
  /** One that is changed; none for a new one. */
  held: Briefing | undefined;
  of: readonly ReportName[];
  asked: ReportQuery;
  onDone: () => void;
}

const RHYTHMS = ["day", "week", "month"] as const satisfies readonly BriefingPlan["rhythm"][];
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

const planOf = ({
  name,
  report,
  rhythm,
  at,
  team,
  organization,
  priority,
  channel,
  handled_by,
}: Briefing): BriefingPlan => ({
  ...{ name, report, rhythm, at, team, organization, priority, channel, handled_by },
});

/** What the page is of, without its time. */
function begun(report: ReportName | undefined, asked: ReportQuery): BriefingPlan {
  const { team, organization, priority, channel, handled_by } = asked;
  return {
    ...{ name: "", report: report ?? "flow", rhythm: "week", at: "08:00" },
    ...{ team, organization, priority, channel, handled_by },
  };
}

export function BriefingForm({ held, of, asked, onDone }: Props) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const { save } = useChangeBriefings();
  const [plan, setPlan] = useState(() => (held === undefined ? begun(of[0], asked) : planOf(held)));
  const change = (part: Partial<BriefingPlan>) => {
    setPlan((before) => ({ ...before, ...part }));
  };
  const usual = t(`figures.report.${plan.report as ReportName}`);
  const refusals = refusalsOf(save.error);
  const { error: nameError, ...nameAt } = refused(refusals, "name");
  const submit = () => {
    if (save.isPending) return;
    const name = plan.name.trim() === "" ? usual : plan.name.trim();
    save.mutate(
      { held, plan: { ...plan, name } },
      {
        onSuccess: () => {
          notify(t("figures.mail.saved"));
          setPlan(begun(of[0], asked));
          onDone();
        },
      },
    );
  };
  return (
    <form
      noValidate
      aria-label={
        held === undefined ? t("figures.mail.make") : t("figures.mail.changeOf", { name: held.name })
      }
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <NativeSelect
          label={t("figures.mail.report")}
          description={held === undefined ? t("figures.mail.filtered") : undefined}
          value={plan.report}
          data={of.map((report) => ({ value: report, label: t(`figures.report.${report}`) }))}
          onChange={({ currentTarget }) => {
            change({ report: currentTarget.value });
          }}
        />
        <TextInput
          {...nameAt}
          label={t("figures.mail.name")}
          placeholder={usual}
          maxLength={250}
          value={plan.name}
          error={nameError}
          onChange={({ currentTarget }) => {
            change({ name: currentTarget.value });
          }}
        />
        <Group grow>
          <NativeSelect
            label={t("figures.mail.rhythm")}
            value={plan.rhythm}
            data={RHYTHMS.map((one) => ({ value: one, label: t(`figures.mail.rhythms.${one}`) }))}
            onChange={({ currentTarget }) => {
              change({ rhythm: currentTarget.value as BriefingPlan["rhythm"] });
            }}
          />
          <NativeSelect
            label={t("figures.mail.at")}
            value={plan.at}
            data={[...new Set([...HOURS, plan.at])].sort()}
            onChange={({ currentTarget }) => {
              change({ at: currentTarget.value });
            }}
          />
        </Group>
        <Refused error={save.error} />
        <Group justify="flex-end">
          {held !== undefined && (
            <Button look="quiet" onClick={onDone}>
              {t("figures.mail.leave")}
            </Button>
          )}
          <Button look="primary" type="submit" busy={save.isPending}>
            {held === undefined ? t("figures.mail.make") : t("figures.mail.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
