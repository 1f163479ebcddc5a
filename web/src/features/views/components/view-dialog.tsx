import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Density, Me, Team, View, ViewPlan } from "@/api/types";
import { useComplain } from "@/components/notify";
import { SUBMIT } from "@/components/sheet";
import { ORDERS, type Order } from "@/lib/desk/orders";
import { refused, refusalsOf } from "@/lib/field-errors";
import { keyOf } from "@/lib/shortcuts";
import { isLead } from "@/lib/ticket-parts";

import { COLUMNS, GROUPINGS, LONGEST, type Grouping, type ViewColumn } from "../address";
import { planOf, useChangeViews } from "../api/views";

interface Props {
  me: Me;
  teams: readonly Team[];
  /** One that is changed; none for a new one. */
  view: View | undefined;
  /** What a new one begins with. */
  begun: Partial<ViewPlan>;
  onClose: () => void;
  onSaved: (view: View) => void;
  onRemoved: (view: View) => void;
}

const SAID = {
  turn: "turn.label",
  deadline: "queue.deadline",
  priority: "priority.label",
  state: "queue.state",
  team: "queue.team",
  assignee: "queue.assignee",
  updated: "queue.updated",
} as const satisfies Record<ViewColumn, string>;

const ME = "me";
const ALL = "all";

/** For whom somebody makes views: leads for their teams, administrators for everybody. */
const teamsFor = (me: Me, teams: readonly Team[]): readonly Team[] =>
  isLead(me) ? teams.filter(({ id }) => me.role === "admin" || me.teams.includes(id)) : [];

export function ViewDialog({ me, teams, view, begun, onClose, onSaved, onRemoved }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const complain = useComplain();
  const { save, remove } = useChangeViews();
  const [id] = useState(() => view?.id ?? crypto.randomUUID());
  const [plan, setPlan] = useState<ViewPlan>(() =>
    view === undefined ? { name: "", question: "", ...begun } : planOf(view),
  );
  const [unnamed, setUnnamed] = useState(false);
  const change = (part: Partial<ViewPlan>) => {
    setPlan((before) => ({ ...before, ...part }));
  };
  const refusals = refusalsOf(save.error);
  const places = ["name", "question", "team", "columns"];
  const submit = () => {
    if (save.isPending) return;
    if (plan.name.trim() === "") {
      setUnnamed(true);
      return;
    }
    save.mutate(
      { id, plan, revision: view?.revision ?? 0 },
      {
        onSuccess: onSaved,
        onError: (error) => {
          const isShown = refusalsOf(error).some(({ place }) => places.some((one) => place.startsWith(one)));
          if (!isShown) complain(error);
        },
      },
    );
  };
  const whose = plan.sharing === "team" ? `team:${plan.team ?? ""}` : (plan.sharing ?? ME);
  const { error: nameError, ...nameAt } = refused(refusals, "name");
  return (
    <Modal
      opened
      onClose={onClose}
      title={view === undefined ? t("agent:views.make") : t("agent:views.edit")}
      closeButtonProps={{ "aria-label": t("common:close") }}
      onKeyDown={(event) => {
        if (keyOf(event) !== SUBMIT) return;
        event.preventDefault();
        submit();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <TextInput
            {...nameAt}
            data-autofocus
            required
            label={t("agent:views.name")}
            maxLength={250}
            value={plan.name}
            error={unnamed && plan.name.trim() === "" ? t("agent:views.nameNeeded") : nameError}
            onChange={({ currentTarget }) => {
              change({ name: currentTarget.value });
            }}
          />
          <TextInput
            {...refused(refusals, "question")}
            label={t("agent:views.question")}
            description={t("agent:views.questionHint")}
            maxLength={LONGEST}
            value={plan.question}
            onChange={({ currentTarget }) => {
              change({ question: currentTarget.value });
            }}
          />
          <NativeSelect
            {...refused(refusals, "team")}
            label={t("agent:views.whose")}
            value={whose}
            data={[
              { value: ME, label: t("agent:views.sharing.me") },
              ...teamsFor(me, teams).map(({ id: team, name }) => ({
                value: `team:${team}`,
                label: t("agent:views.sharing.team", { team: name, interpolation: { escapeValue: false } }),
              })),
              ...(isLead(me) && me.role === "admin"
                ? [{ value: ALL, label: t("agent:views.sharing.all") }]
                : []),
            ]}
            onChange={({ currentTarget: { value } }) => {
              if (value === ME || value === ALL) change({ sharing: value, team: null });
              else change({ sharing: "team", team: value.slice("team:".length) });
            }}
          />
          <NativeSelect
            label={t("agent:views.order")}
            value={plan.order ?? "due"}
            data={ORDERS.map((value) => ({ value, label: t(`agent:views.orders.${value}`) }))}
            onChange={({ currentTarget }) => {
              change({ order: currentTarget.value as Order });
            }}
          />
          <NativeSelect
            label={t("agent:views.grouping")}
            value={plan.grouping ?? ""}
            data={[
              { value: "", label: t("agent:views.groupings.none") },
              ...GROUPINGS.map((value) => ({ value, label: t(`agent:views.groupings.${value}`) })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              change({ grouping: value === "" ? null : (value as Grouping) });
            }}
          />
          <Checkbox.Group
            {...refused(refusals, "columns")}
            label={t("agent:views.columns")}
            value={[...(plan.columns ?? COLUMNS)]}
            onChange={(chosen) => {
              change({ columns: COLUMNS.filter((one) => chosen.includes(one)) });
            }}
          >
            <Group gap="xs" mt={4}>
              {COLUMNS.map((value: ViewColumn) => (
                <Checkbox key={value} value={value} label={t(`agent:${SAID[value]}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <NativeSelect
            label={t("agent:density.label")}
            value={plan.density ?? ""}
            data={[
              { value: "", label: t("agent:views.ownDensity") },
              ...(["comfortable", "normal", "compact"] as const).map((value) => ({
                ...{ value, label: t(`agent:density.${value}`) },
              })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              change({ density: value === "" ? null : (value as Density) });
            }}
          />
          <Group justify="space-between">
            {view === undefined ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                color="red"
                loading={remove.isPending}
                onClick={() => {
                  remove.mutateAsync(view).then(() => {
                    onRemoved(view);
                  }, complain);
                }}
              >
                {t("agent:views.remove")}
              </Button>
            )}
            <Button type="submit" loading={save.isPending}>
              {t("agent:views.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
