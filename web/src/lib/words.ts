/** Words for the API's values. Much of it is configurable: a value we have no word for is shown as it is. */
import { useTranslation } from "react-i18next";

export type Words = ReturnType<typeof useWords>;

const spaced = (value: string): string => value.replaceAll("_", " ");

export function useWords() {
  const { t } = useTranslation("agent");
  const word = (group: string) => (value: string) =>
    (t as (key: string, options: { defaultValue: string }) => string)(`${group}.${value}`, {
      defaultValue: spaced(value),
    });
  const clock = word("agent:clock");
  return {
    state: word("agent:state"),
    priority: word("agent:priority"),
    category: word("agent:category"),
    kind: word("agent:kind"),
    scale: word("agent:scale"),
    channel: word("agent:channel"),
    /** Levels and vendors have clocks of their own, such as `ola_L2` and `underpinning_acme`. */
    clock: (name: string) => {
      const [, agreement, party] = /^(ola|underpinning)_(.+)$/.exec(name) ?? [];
      return agreement === undefined || party === undefined
        ? clock(name)
        : t(`clock.${agreement as "ola" | "underpinning"}`, { party });
    },
    level: word("agent:level"),
  };
}
