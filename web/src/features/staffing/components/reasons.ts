import { useTranslation } from "react-i18next";

/** What the service says of a plan, in the reader's language and with people's names; other words stay as they are. */
export function useReasonWords(nameOf: (id: string) => string): (message: string) => string {
  const { t } = useTranslation("settings");
  return (message) => {
    const circle = /^goes in a circle: (.+)$/.exec(message)?.[1];
    if (circle !== undefined) {
      return t("reason.circle", { chain: circle.split(" -> ").map(nameOf).join(" → ") });
    }
    if (message === "overlaps another absence") return t("reason.overlap");
    if (message === "must be after the start") return t("reason.order");
    return message;
  };
}
