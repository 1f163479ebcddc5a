import { useTranslation } from "react-i18next";

import type { MailboxPlan } from "@/api/settings-types";
import { SPOKEN_CHANNELS, type Team } from "@/api/types";
import { spokenLanguages } from "@/lib/languages-of-people";
import { useAllOrganizations } from "@/lib/desk/list-organizations";
import { choosable, useTeams } from "@/lib/desk/list-teams";
import { allOf, oneOf } from "@/lib/sentences";
import { teamOption, useTicketFields, type Option } from "@/lib/ticket-fields";
import { useWords } from "@/lib/words";

import type { RowField } from "./field-rows";

/** Of a mail: whether its sender's domain sent it. */
export const CHECKS = ["spf", "dkim", "dmarc"] as const;

export const FOUND = ["pass", "fail", "none"] as const;

export type Check = (typeof CHECKS)[number];

/** What can be asked of a ticket, whoever asks. */
export type Asked =
  | "organization"
  | "plan"
  | "kind"
  | "category"
  | "team"
  | "channel"
  | "tag"
  | "priority"
  | "level"
  | "words"
  | "sender"
  | "language"
  | "asset"
  | "asset_type"
  | Check
  | "mailbox"
  | "hours";

const CHANNELS = ["web", "portal", "api", ...SPOKEN_CHANNELS];
const HINTED: ReadonlySet<Asked> = new Set(["words", "sender", "asset"] as const);

type Set = Readonly<Record<string, readonly string[]>>;

const labelled = (options: readonly Option[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value;

/** Conditions on tickets, as fields of rows and as a sentence. All must hold, each by any of its values. Who asks by which
 * mailbox they came gives those there are. */
export function useConditions(mailboxes: readonly MailboxPlan[] = []) {
  const { t, i18n } = useTranslation("settings");
  const { language } = i18n;
  const words = useWords();
  const { options } = useTicketFields();
  const teams: readonly Team[] = useTeams().data ?? [];
  const organizations = useAllOrganizations().data ?? [];
  const known = (asked: Asked, held: readonly string[]): Option[] | undefined => {
    switch (asked) {
      case "kind":
      case "category":
      case "priority":
      case "level":
        return options(asked, held);
      case "channel":
        return CHANNELS.map((value) => ({ value, label: words.channel(value) }));
      case "team":
        return choosable(teams, ...held).map(teamOption);
      case "organization":
        return organizations.map(({ id, name }) => ({ value: id, label: name }));
      case "language":
        return spokenLanguages(language, held);
      case "spf":
      case "dkim":
      case "dmarc":
        return FOUND.map((value) => ({ value, label: t(`found.${value}`) }));
      case "mailbox":
        return mailboxes.map(({ id, address }) => ({ value: id, label: address }));
      case "hours":
        return (["inside", "outside"] as const).map((value) => ({ value, label: t(`hours.${value}`) }));
      default:
        return undefined;
    }
  };
  const field = (asked: Asked, held: readonly string[] = []): RowField => {
    const data = known(asked, held);
    return {
      key: asked,
      label: t(`asked.${asked}`),
      relation: t(asked === "words" ? "relation.contains" : "relation.is"),
      ...(data !== undefined && { options: data }),
      ...(asked === "hours" && { one: true }),
      ...(HINTED.has(asked) && { hint: t(`hint.${asked as "words"}`) }),
    };
  };
  const said = (asked: Asked, values: readonly string[]): string => {
    if (asked === "hours") return t(`holds.${values[0] === "outside" ? "outside" : "inside"}`);
    const data =
      asked === "team" ? teams.map(({ id, name }) => ({ value: id, label: name })) : known(asked, values);
    const all = values.map((value) => t("holds.quoted", { value: labelled(data ?? [], value) }));
    return t(`holds.${asked}`, { values: oneOf(language, all) });
  };
  return {
    field,
    /** "When the text contains “this” and the channel is “Phone”"; what nothing is asked of says so. */
    sentence: (set: Set, ...before: string[]): string => {
      const parts = Object.entries(set).flatMap(([asked, values]) =>
        values.length === 0 ? [] : [said(asked as Asked, values)],
      );
      const all = [...before, ...parts];
      return all.length === 0 ? t("holds.always") : t("holds.when", { conditions: allOf(language, all) });
    },
  };
}
