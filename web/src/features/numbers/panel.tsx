import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { TicketCost } from "@/api/types";
import { FactRows } from "@/components/fact-rows";
import { SideCard } from "@/components/side-card";
import { WhenAsked } from "@/components/when-asked";
import type { OnTicket } from "@/lib/ticket-parts";

import { useCost } from "./api/get-cost";
import styles from "./panel.module.css";
import { dollarsText, valueText } from "./values";

/** What a ticket cost so far, for who leads. It is asked for when one wants to know. */
export function CostPanel(on: OnTicket) {
  const { t } = useTranslation("agent");
  return (
    <SideCard title={t("cost.title")}>
      <Cost key={on.ticket.id} {...on} />
    </SideCard>
  );
}

function Cost({ ticket }: OnTicket) {
  const { t } = useTranslation("agent");
  const [asked, setAsked] = useState(false);
  const cost = useCost(ticket, asked);
  return (
    <WhenAsked
      asked={asked}
      onAsk={() => {
        setAsked(true);
      }}
      words={t("cost.show")}
      of={cost}
      lines={4}
      className={styles.cost}
    >
      {(found) => <Shown cost={found} />}
    </WhenAsked>
  );
}

function Shown({ cost }: { cost: TicketCost }) {
  const { t, i18n } = useTranslation("agent");
  const amount = (value: number) => valueText(value, "mean", i18n.language);
  return (
    <>
      <FactRows
        facts={[
          { label: t("cost.together"), value: <strong>{dollarsText(cost.dollars, i18n.language)}</strong> },
          { label: t("cost.time"), value: dollarsText(cost.time_dollars, i18n.language) },
          { label: t("cost.requests"), value: amount(cost.requests) },
          { label: t("cost.writes"), value: amount(cost.write_units) },
          { label: t("cost.transitions"), value: amount(cost.transitions) },
          { label: t("cost.mails"), value: amount(cost.mails) },
          { label: t("cost.kept"), value: t("cost.kilobytes", { amount: amount(cost.kept_kb) }) },
        ]}
      />
      <p className={styles.said}>{t("cost.said", { month: cost.prices_of })}</p>
    </>
  );
}
