import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Loaded } from "@/components/loaded";
import { RegisterTable } from "@/components/settings/register";
import { SettingsHead } from "@/components/settings/settings-page";
import { useTeams } from "@/lib/desk/list-teams";
import { usePageTitle } from "@/lib/page-title";
import { useWords } from "@/lib/words";

import { NewTeam } from "../components/new-team";
import { PersonByAddress } from "../components/person-by-address";

export function TeamsPage() {
  const { t } = useTranslation("settings");
  usePageTitle(t("teams.title"));
  const teams = useTeams();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [words, setWords] = useState("");
  const { level: levelWords } = useWords();
  const nameCell = ({ id, name }: { id: string; name: string }) => (
    <Link to="/settings/teams/$teamId" params={{ teamId: id }}>
      <bdi>{name}</bdi>
    </Link>
  );
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
      <PersonByAddress
        label={t("teams.find")}
        doing={t("teams.open")}
        onFound={({ id }) => void navigate({ to: "/settings/people/$personId", params: { personId: id } })}
      />
      <Loaded of={teams} lines={6}>
        {(items) => (
          <RegisterTable
            {...{ items, words, label: t("teams.title"), none: t("teams.none"), onWords: setWords }}
            all={() => Promise.resolve(items)}
            columns={[
              { head: t("team.name"), words: ({ name }) => name, cell: nameCell },
              { head: t("team.level"), words: ({ level }) => `${level} ${levelWords(level)}` },
              { head: t("team.topic"), words: ({ topic }) => topic },
              { head: t("teams.state"), words: ({ retired }) => (retired ? t("teams.retired") : "") },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
