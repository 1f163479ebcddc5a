import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { LevelBadge } from "@/components/badges";
import { Loaded } from "@/components/loaded";
import { CardList } from "@/components/settings/card-list";
import { SettingsHead } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/states";
import { useTeams } from "@/lib/desk/list-teams";
import { usePageTitle } from "@/lib/page-title";

import { NewTeam } from "../components/new-team";

export function TeamsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("teams.title"));
  const teams = useTeams();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <SettingsHead title={t("teams.title")}>{t("teams.text")}</SettingsHead>
      {adding ? (
        <NewTeam
          taken={teams.data?.map(({ id }) => id) ?? []}
          onCreated={(teamId) => void navigate({ to: "/settings/teams/$teamId", params: { teamId } })}
          onCancel={() => {
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t("teams.new")}
          </Button>
        </div>
      )}
      <Loaded of={teams} lines={6}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t("teams.none")} />
          ) : (
            <CardList items={items}>
              {({ id, name, level, topic }) => (
                <>
                  <span>
                    <Link to="/settings/teams/$teamId" params={{ teamId: id }}>
                      <bdi>{name}</bdi>
                    </Link>{" "}
                    <LevelBadge level={level} />
                  </span>
                  <p>{topic}</p>
                </>
              )}
            </CardList>
          )
        }
      </Loaded>
    </>
  );
}
