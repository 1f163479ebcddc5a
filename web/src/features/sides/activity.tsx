import type { ReactNode } from "react";

import { ToldBox } from "@/components/told";
import type { Activity } from "@/lib/ticket-parts";

import styles from "./activity.module.css";
import { openSide } from "./open-side";
import { postalOf } from "./postal";

/** The words lead to where it was said. */
const Leads = ({ side, children }: { side: string; children: ReactNode }) => (
  <button
    type="button"
    className={styles.leads}
    onClick={() => {
      openSide(side);
    }}
  >
    {children}
  </button>
);

export const activity: Activity = {
  SideMessageSent: ({ side }, { t, who, entry }) => {
    const { subject, to } = postalOf(entry);
    const values = { who, subject, to: to.join(", "), interpolation: { escapeValue: false } };
    return <Leads side={side}>{t("agent:activity.sideSent", values)}</Leads>;
  },
  // An answer stands by itself: among many lines it would be folded away.
  SideMessageReceived: ({ side, automatic }, { t, who }) => (
    <ToldBox>
      <Leads side={side}>
        {t(`agent:activity.${automatic ? "sideAutomatic" : "sideReceived"}`, { who })}
      </Leads>
    </ToldBox>
  ),
  SideClosed: ({ side }, { t, who }) => <Leads side={side}>{t("agent:activity.sideClosed", { who })}</Leads>,
  SideReopened: ({ side }, { t, who }) => (
    <Leads side={side}>{t("agent:activity.sideReopened", { who })}</Leads>
  ),
};
