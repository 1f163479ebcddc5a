import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

interface Options {
  tone?: "bad" | "warn";
}

const COLOURS = { bad: "red", warn: "yellow" } as const;
const READING_TIME_MS = 10_000;

/** A short message in the corner; what went wrong stays longer than what went well. */
export function useNotify(): (message: string, options?: Options) => void {
  const { t } = useTranslation();
  return (message, { tone } = {}) => {
    notifications.show({
      message,
      closeButtonProps: { "aria-label": t("close") },
      ...(tone === undefined ? {} : { color: COLOURS[tone], autoClose: READING_TIME_MS }),
    });
  };
}
