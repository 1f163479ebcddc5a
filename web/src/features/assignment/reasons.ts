/** What routing writes down in few letters, in whole words. Codes we have no words for are shown as they are. */
import { useTranslation } from "react-i18next";

import { productNow } from "@/lib/product-clock";
import { shortTime } from "@/lib/time-format";

const spaced = (code: string): string => code.replaceAll("_", " ");

/** One ticket at full weight counts so much in the share that assignment keeps. */
const WHOLE_TURN = 1_000_000;

type Lookup = (key: string, options: Record<string, unknown>) => string;

export function useReasons() {
  const { t, i18n } = useTranslation("agent");
  const look = t as Lookup;
  const language = (code: string) =>
    new Intl.DisplayNames(i18n.language, { type: "language" }).of(code) ?? code;

  /** Why somebody was out: `off_shift`, `language:it`, `skill:vpn`. */
  const out = (code: string): string => {
    const [kind = "", about = ""] = code.split(":");
    return look(`routing.out.${kind}`, {
      defaultValue: spaced(code),
      about: kind === "language" ? language(about) : about,
    });
  };

  const number = (value: number | undefined): string =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(value ?? 0);

  const last = (seconds: number | undefined): string =>
    seconds === undefined || seconds === 0
      ? t("routing.score.never")
      : t("routing.score.last", {
          time: shortTime(new Date(seconds * 1000).toISOString(), productNow(), i18n.language),
        });

  const byShare = ([share = 0, load, given]: readonly number[]): string[] => [
    t("routing.score.share", { value: number(share / WHOLE_TURN) }),
    t("routing.score.load", { value: number((load ?? 0) * 100) }),
    last(given),
  ];

  /** The figures that the team's strategy compared, the first that differs decides. */
  const score = (strategy: string, figures: readonly number[]): string => {
    const [first = 0, ...rest] = figures;
    switch (strategy) {
      case "weighted_load":
        return byShare(figures).join(" · ");
      case "skill_first":
        return [t("routing.score.skill", { value: number(-first) }), ...byShare(rest)].join(" · ");
      case "round_robin":
        return t("routing.score.turn", { value: number(first) });
      case "longest_idle":
        return [first > 0 ? t("routing.score.working") : t("routing.score.idle"), last(rest[0])].join(" · ");
      default:
        return figures.map(number).join(" · ");
    }
  };

  return {
    out,
    score,
    chosen: (code: string): string =>
      code === "" ? t("routing.chosen.hand") : look(`routing.chosen.${code}`, { defaultValue: spaced(code) }),
    /** Why it waits: a reason of its own, or what was the matter with those who were considered. */
    nobody: (code: string): string =>
      look(`routing.nobody.${code}`, { defaultValue: t("routing.nobodyFree", { reason: out(code) }) }),
    /** `full 240`: how many more were out for one reason. */
    counted: (text: string): string => {
      const cut = text.lastIndexOf(" ");
      return t("routing.counted", { count: Number(text.slice(cut + 1)), reason: out(text.slice(0, cut)) });
    },
  };
}
