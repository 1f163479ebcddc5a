import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import type { Mend } from "../week";

const HASH = { team: "calendar", person: "shift" } as const;

function placeOf({ of, id }: Mend) {
  return of === "team"
    ? ({ to: "/settings/teams/$teamId", params: { teamId: id }, hash: HASH.team } as const)
    : ({ to: "/settings/people/$personId", params: { personId: id }, hash: HASH.person } as const);
}

/** Leads to the field that mends a gap; where there are several, to the one that is chosen. */
export function Fix({ mends, about }: { mends: readonly Mend[]; about: string }) {
  const { t } = useTranslation("settings");
  const label = t("planner.fixOf", { about });
  const [only, ...more] = mends;
  if (only === undefined) {
    return (
      <Button size="compact-xs" variant="default" component={Link} to="/settings/teams" aria-label={label}>
        {t("planner.fix")}
      </Button>
    );
  }
  if (more.length === 0) {
    return (
      <Button
        size="compact-xs"
        variant="default"
        renderRoot={(props) => <Link {...props} {...placeOf(only)} />}
        aria-label={label}
      >
        {t("planner.fix")}
      </Button>
    );
  }
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button size="compact-xs" variant="default" aria-label={label}>
          {t("planner.fix")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {mends.map((mend) => (
          <Menu.Item key={mend.id} renderRoot={(props) => <Link {...props} {...placeOf(mend)} />}>
            <bdi>{mend.name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
