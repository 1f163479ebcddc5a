import { IconMenu2, IconPlus, IconSearch, IconUser, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { openCallInstead } from "@/features/intake/call";
import { act, type Action } from "@/lib/actions";

import { anywhere, type Anywhere } from "../actions";
import { InboxCount, QueueCount } from "./count";
import { INBOX, MINE, PALETTE } from "./entries";
import styles from "./phone-bar.module.css";

interface Props {
  on: Anywhere;
  menuOpen: boolean;
  onMenu: () => void;
}

function Search({ palette, on }: { palette: Action<Anywhere>; on: Anywhere }) {
  const { t } = useTranslation(["agent", "common"]);
  return (
    <button
      type="button"
      className={styles.item}
      onClick={() => {
        act(palette, on, t);
      }}
    >
      <IconSearch size={20} aria-hidden /> <span>{palette.words(t)}</span>
    </button>
  );
}

/** On a phone what is used most is under the thumb. */
export function PhoneBar({ on, menuOpen, onMenu }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const Menu = menuOpen ? IconX : IconMenu2;
  return (
    <nav className={styles.bar} aria-label={t("nav.phone")}>
      <Link to="/mine" className={styles.item}>
        <IconUser size={20} aria-hidden /> <span>{t("nav.mineShort")}</span>
        <QueueCount scope={MINE} />
      </Link>
      <Link to={INBOX.to} className={styles.item}>
        <INBOX.Icon size={20} aria-hidden /> <span>{INBOX.of.words(t)}</span>
        <InboxCount />
      </Link>
      {PALETTE !== undefined && <Search palette={PALETTE} on={on} />}
      <Link to="/new" className={styles.item} onClick={openCallInstead}>
        <IconPlus size={20} aria-hidden /> <span>{t("nav.newShort")}</span>
        <span className="visually-hidden">{anywhere.new.words(t)}</span>
      </Link>
      <button type="button" className={styles.item} aria-expanded={menuOpen} onClick={onMenu}>
        <Menu size={20} aria-hidden /> <span>{t("nav.menu")}</span>
      </button>
    </nav>
  );
}
