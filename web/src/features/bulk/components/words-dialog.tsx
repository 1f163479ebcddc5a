import { Button, Group, Modal, NativeSelect, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { BulkChange, Team } from "@/api/types";

export type Asking = "team" | "note" | "reply" | "cancel";

interface Props {
  what: Asking;
  count: number | null;
  teams: readonly Team[];
  onClose: () => void;
  onChange: (change: BulkChange) => void;
}

function changeOf(what: Asking, words: string, team: string): BulkChange {
  switch (what) {
    case "team":
      return { team: { team, summary: words } };
    case "cancel":
      return { move: { state: "cancelled", reason: words } };
    case "note":
      return { message: { body: words, visibility: "internal" } };
    case "reply":
      return { message: { body: words, visibility: "public" } };
  }
}

/** What cannot be done to many without words of one's own. */
export function WordsDialog({ what, count, teams, onClose, onChange }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const [words, setWords] = useState("");
  const [team, setTeam] = useState(teams[0]?.id ?? "");
  const [asked, setAsked] = useState(false);
  const text = words.trim();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`agent:bulk.${what}.title`)}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (text === "") return;
          onChange(changeOf(what, text, team));
          onClose();
        }}
      >
        <Stack gap="sm">
          {what === "team" && (
            <NativeSelect
              label={t("agent:queue.team")}
              value={team}
              data={teams.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ currentTarget }) => {
                setTeam(currentTarget.value);
              }}
            />
          )}
          <Textarea
            data-autofocus
            required
            dir="auto"
            label={t(`agent:bulk.${what}.words`)}
            autosize
            minRows={what === "cancel" ? 2 : 4}
            maxLength={what === "cancel" ? 250 : 4_000}
            value={words}
            error={asked && text === "" ? t("agent:required") : undefined}
            onChange={({ currentTarget }) => {
              setWords(currentTarget.value);
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit">
              {count === null ? t("agent:bulk.goOnAll") : t("agent:bulk.goOn", { count })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
