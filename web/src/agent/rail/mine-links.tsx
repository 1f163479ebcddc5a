import { IconArrowDownLeft, IconCalendarDue, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { KeyTip } from "@/components/key-tip";
import type { Listed } from "@/features/lists/address";
import { isDueToday } from "@/features/lists/filter";
import type { Action } from "@/lib/actions";
import { productNow } from "@/lib/product-clock";

import { anywhere, DUE_TODAY, WAITS_FOR_ME, type Anywhere } from "../actions";
import { DraftCount, QueueCount } from "./count";
import { DRAFTS, MINE } from "./entries";
import styles from "./rail.module.css";

/** A link is where one is only if all of this is as it says. */
const WHOLE = { waits_for: undefined, due: undefined };

const waitsForUs = ({ waits_for: whom }: Card) => whom === "us";
const isDue = (card: Card) => isDueToday(card, productNow());

/** What is one's own: all of it, and what it asks for now. All of them are counted in what the first asks for. */
export function MineLinks() {
  const { t } = useTranslation("agent");
  return (
    <>
      <h2 className={styles.heading}>
        <span className={styles.label}>{t("nav.mineShort")}</span>
      </h2>
      <ul>
        <MineLink of={anywhere.mine} Icon={IconUser} search={WHOLE} words={t("nav.mine")}>
          <QueueCount scope={MINE} />
        </MineLink>
        <MineLink
          of={anywhere.waitsForMe}
          Icon={IconArrowDownLeft}
          search={{ ...WHOLE, ...WAITS_FOR_ME }}
          words={t("nav.waitsForMe")}
        >
          <QueueCount scope={MINE} only={waitsForUs} />
        </MineLink>
        <MineLink
          of={anywhere.dueToday}
          Icon={IconCalendarDue}
          search={{ ...WHOLE, ...DUE_TODAY }}
          words={
            <>
              {t("nav.dueToday")}
              <span className="visually-hidden">, {t("nav.ofMine")}</span>
            </>
          }
        >
          <QueueCount scope={MINE} only={isDue} />
        </MineLink>
        <li>
          <KeyTip of={DRAFTS.of}>
            <Link to={DRAFTS.to} className={styles.link}>
              <DRAFTS.Icon size={17} aria-hidden />
              <span className={styles.label}>{t("drafts.title")}</span> <DraftCount />
            </Link>
          </KeyTip>
        </li>
      </ul>
    </>
  );
}

interface Props {
  of: Action<Anywhere>;
  Icon: ComponentType<{ size: number }>;
  search: Listed;
  words: ReactNode;
  /** How many there are. */
  children: ReactNode;
}

const MineLink = ({ of, Icon, search, words, children }: Props) => (
  <li>
    <KeyTip of={of}>
      <Link to="/mine" search={search} activeOptions={{ explicitUndefined: true }} className={styles.link}>
        <Icon size={17} aria-hidden />
        <span className={styles.label}>{words}</span> {children}
      </Link>
    </KeyTip>
  </li>
);
