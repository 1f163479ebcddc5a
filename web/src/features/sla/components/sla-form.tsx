import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { CalendarFile, SlaSettings } from "@/api/settings-types";
import type { Team } from "@/api/types";
import { Beside } from "@/components/settings/beside";
import { OrderedList } from "@/components/settings/ordered-list";
import { SettingsForm, useSettingsForm } from "@/components/settings/settings-form";
import settingsForm from "@/components/settings/settings-form.module.css";
import { refused, refusedAt } from "@/lib/field-errors";
import { freeId } from "@/lib/made-ids";

import { useSaveSla } from "../api/save-sla";
import { useSlaSentences } from "../sentences";
import { renamed, slaDocument, slaDraft, slaValues, type SlaValues } from "../values";
import { CalendarForm } from "./calendar-form";
import { JsonEditor } from "./json-editor";
import { LadderForm } from "./ladder-form";
import { More } from "./more";
import { PolicyForm } from "./policy-form";
import { TryIt } from "./try-it";

interface Props {
  found: SlaSettings;
  teams: readonly Team[];
  readOnly: boolean;
}

const MORE = ["survey", "close_solved_after_days", "close_solved_in_business_days"];

interface Named {
  id?: string;
  name?: string;
}

const titleOf = ({ id = "", name = "" }: Named) => (name === "" ? id : name);
const idsOf = (files: readonly Named[]) => files.map(({ id }) => id);
const named = (one: Named) => ({ id: one.id ?? "", name: titleOf(one) });

export function SlaForm({ found, teams, readOnly }: Props) {
  const { t } = useTranslation("settings");
  const form = useSettingsForm({ found, valuesOf: slaValues, planOf: slaDocument, saving: useSaveSla() });
  const { value, change, refusals, error } = form;
  const calendars = value.calendars.map(named);
  const said = useSlaSentences(calendars, teams, value.ladders.map(named));
  const shared = { refusals, calendars };
  const siblings = (list: "policies" | "calendars" | "ladders", otherwise: string) => ({
    siblings: { otherwise, ids: idsOf(value[list]), saved: idsOf(slaValues(found)[list]) },
  });
  /** What names one by its id goes with it. */
  const follow = <List extends "calendars" | "ladders">(list: List, files: SlaValues[List]) => {
    const before = idsOf(value[list]);
    const now = idsOf(files);
    const others = now.flatMap((id, at) => (id === before[at] ? [] : [at]));
    const [from = "", to = ""] = [before, now].map((ids) => ids[others[0] ?? -1]);
    const next = { ...value, [list]: files };
    change(others.length === 1 && now.length === before.length ? renamed(next, list, from, to) : next);
  };
  // A panel with something to mend is there though another is shown: people are led to its fields.
  const isWrong = (list: string) => refusedAt(refusals, list) !== undefined;
  const wrong = (...lists: string[]) => (lists.some(isWrong) ? " ⚠" : "");
  const refusedOf = (list: string) => (index: number) => refused(refusals, `${list}[${index}]`);
  const settings = (
    <SettingsForm form={form} partName={(key) => t(`sla.${key}`)} readOnly={readOnly}>
      <Tabs defaultValue="policies" keepMounted={false} keepMountedMode="display-none">
        <Tabs.List>
          <Tabs.Tab value="policies">{t("sla.policies") + wrong("policies")}</Tabs.Tab>
          <Tabs.Tab value="calendars">{t("sla.calendars") + wrong("calendars")}</Tabs.Tab>
          <Tabs.Tab value="ladders">{t("sla.ladders") + wrong("ladders")}</Tabs.Tab>
          <Tabs.Tab value="more">{t("sla.more") + wrong(...MORE)}</Tabs.Tab>
          <Tabs.Tab value="json">{t("sla.json")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="policies" pt="md" keepMounted={isWrong("policies")}>
          <p className={settingsForm.lead}>{t("sla.policiesHint")}</p>
          <OrderedList
            label={t("sla.policies")}
            items={value.policies}
            titleOf={titleOf}
            noteOf={said.policy}
            refusedOf={refusedOf("policies")}
            addLabel={t("sla.addPolicy")}
            create={() => ({
              id: freeId("policy", idsOf(value.policies)),
              name: "",
              calendar: calendars[0]?.id,
              pause: ["pending", "on_hold"],
              warnings: { percent: [75] },
              targets: {},
            })}
            readOnly={readOnly}
            onChange={(policies) => {
              change({ policies });
            }}
          >
            {(file, set, index) => (
              <PolicyForm
                {...shared}
                {...siblings("policies", "policy")}
                file={file}
                onChange={set}
                place={`policies[${index}]`}
              />
            )}
          </OrderedList>
        </Tabs.Panel>
        <Tabs.Panel value="calendars" pt="md" keepMounted={isWrong("calendars")}>
          <OrderedList<CalendarFile>
            label={t("sla.calendars")}
            items={value.calendars}
            titleOf={titleOf}
            noteOf={(file) => (file.joined === undefined ? file.timezone : t("calendar.joins"))}
            refusedOf={refusedOf("calendars")}
            addLabel={t("sla.addCalendar")}
            create={() => ({
              id: freeId("calendar", idsOf(value.calendars)),
              name: "",
              timezone: "Europe/Berlin",
              week: { mon: [["08:00", "17:00"]] },
            })}
            readOnly={readOnly}
            onChange={(files) => {
              follow("calendars", files);
            }}
          >
            {(file, set, index) => (
              <CalendarForm
                {...siblings("calendars", "calendar")}
                file={file}
                onChange={set}
                place={`calendars[${index}]`}
                refusals={refusals}
                others={calendars.filter(({ id }) => id !== file.id)}
              />
            )}
          </OrderedList>
        </Tabs.Panel>
        <Tabs.Panel value="ladders" pt="md" keepMounted={isWrong("ladders")}>
          <OrderedList
            label={t("sla.ladders")}
            items={value.ladders}
            titleOf={titleOf}
            noteOf={said.ladder}
            refusedOf={refusedOf("ladders")}
            addLabel={t("sla.addLadder")}
            create={() => ({
              id: freeId("ladder", idsOf(value.ladders)),
              name: "",
              when: { clock: "*", step: "breach" },
              steps: [{ actions: [{ notify: "assignee" }] }],
            })}
            readOnly={readOnly}
            onChange={(ladders) => {
              follow("ladders", ladders);
            }}
          >
            {(file, set, index) => (
              <LadderForm
                {...shared}
                {...siblings("ladders", "ladder")}
                file={file}
                onChange={set}
                place={`ladders[${index}]`}
                teams={teams}
                others={value.ladders.filter(({ id }) => id !== file.id).map(named)}
              />
            )}
          </OrderedList>
        </Tabs.Panel>
        <Tabs.Panel value="more" pt="md" keepMounted={MORE.some(isWrong)}>
          <More value={value} change={change} {...shared} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="json" pt="md">
          <JsonEditor value={value} error={error} readOnly={readOnly} onChange={change} />
        </Tabs.Panel>
      </Tabs>
    </SettingsForm>
  );
  if (readOnly) return settings;
  return <Beside aside={<TryIt document={slaDraft(value)} said={said} />}>{settings}</Beside>;
}
