import { useTranslation } from "react-i18next";

import { SPOKEN_CHANNELS, type Entry } from "@/api/types";
import { listed } from "@/lib/isolated";

const STAFF = new Set(["agent", "lead", "admin", "system"]);

const AS_IT_IS = { interpolation: { escapeValue: false } };

const isText = (one: unknown): one is string => typeof one === "string";

/** Who got it unseen by others, or by which way somebody who is no staff came to write: an agent judges by it whose words they are. */
export function useVia(): (entry: Entry) => string | null {
  const { t } = useTranslation("agent");
  return ({ type, actor, data, noted }) => {
    if (noted !== null) {
      const where = SPOKEN_CHANNELS.find((channel) => channel === noted.channel) ?? "phone";
      return t(`via.notedBy.${where}`, { name: noted.by.name, interpolation: { escapeValue: false } });
    }
    if (Array.isArray(data.blind))
      return t("via.blind", { names: listed(data.blind.filter(isText)), ...AS_IT_IS });
    if (STAFF.has(actor.role)) return null;
    const via = type === "TicketCreated" ? opened(data) : data.via;
    if (via === "link" || via === "form" || via === "mail") return t(`via.${via}`);
    return via === "signed_in" ? t("via.signedIn") : null;
  };
}

function opened(data: Entry["data"]) {
  return data.channel === "web" ? "form" : data.mail === undefined ? undefined : "mail";
}
