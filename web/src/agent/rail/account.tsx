import { Menu } from "@mantine/core";
import {
  IconAdjustments,
  IconChevronUp,
  IconKeyboard,
  IconLogout,
  IconMail,
  IconWorld,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import type { Me } from "@/api/types";
import { Keys } from "@/components/key-tip";
import { Preferences } from "@/components/preferences";
import { useBranding } from "@/lib/branding";
import { initials } from "@/lib/initials";
import { forgetPictures } from "@/lib/pictures-here";

import { anywhere, type Anywhere } from "../actions";
import { session } from "../session";
import styles from "./rail.module.css";

export function Account({ me, on }: { me: Me; on: Anywhere }) {
  const { t } = useTranslation(["agent", "common"]);
  const { local } = useBranding();
  const signOut = () => {
    void forgetPictures().finally(() => void session.signOut());
  };
  const item = (icon: ReactNode, label: string, href: string) => (
    <Menu.Item leftSection={icon} component="a" href={href}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="top-start" width={236} withinPortal>
      <Menu.Target>
        <button type="button" className={styles.account}>
          <span className="visually-hidden">{t("agent:nav.account")}</span>
          <span className={styles.initials} aria-hidden="true">
            {initials(me.name)}
          </span>
          <span className={`${styles.who} ${styles.label}`}>
            <strong>
              <bdi>{me.name}</bdi>
            </strong>
            <span>
              <bdi>{me.email}</bdi>
            </span>
          </span>
          <IconChevronUp size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.preferences}>
          <Preferences />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconAdjustments size={16} />} component={Link} to="/me">
          {t("agent:nav.own")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          rightSection={<Keys keys="?" />}
          onClick={() => {
            on.help();
          }}
        >
          {anywhere.help.words(t)}
        </Menu.Item>
        {item(<IconWorld size={16} />, t("agent:nav.portal"), "/")}
        {local && item(<IconMail size={16} />, t("agent:nav.mailbox"), "/local/mail")}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t("common:signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
