import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { productNow } from "@/lib/product-clock";
import { cityOf, clockAt } from "@/lib/time-format";

const EACH_MS = 20_000;

/** Whether somebody said where they are: this zone holds where nobody did. */
export const isKnownZone = (zone: string): boolean => zone !== "UTC";

/** What the clock says where somebody is. */
export function LocalTime({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation("agent");
  const [now, setNow] = useState(productNow);
  useEffect(() => {
    const ticking = window.setInterval(() => {
      setNow(productNow());
    }, EACH_MS);
    return () => {
      window.clearInterval(ticking);
    };
  }, []);
  const values = { time: clockAt(now, zone, i18n.language), city: cityOf(zone) };
  return <span>{t("person.clock", { ...values, interpolation: { escapeValue: false } })}</span>;
}
