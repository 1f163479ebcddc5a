import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Export } from "@/api/types";
import { Band } from "@/components/band";
import { useComplain } from "@/components/notify";
import { readExport, unfollow, useExports, useFollowed } from "@/lib/desk/exports";

/** Above every page: how far each table is that somebody asked for, until they put it away. */
export function ExportBand() {
  const followed = useFollowed();
  const exports = useExports().data ?? [];
  return exports.filter(({ id }) => followed.includes(id)).map((made) => <Line key={made.id} made={made} />);
}

function Line({ made }: { made: Export }) {
  const { t } = useTranslation("agent");
  const complain = useComplain();
  const { id, name, stage, rows, total, why } = made;
  const words = { name, count: rows, total, interpolation: { escapeValue: false } };
  const told = {
    running: total > 0 ? t("exports.far", words) : t("exports.begun", words),
    done: t("exports.done", words),
    failed: why === "forbidden" ? t("exports.forbidden", words) : t("exports.failed", words),
  };
  const fetchFile = () => {
    readExport(id).then(({ url }) => {
      if (url !== null) window.location.assign(url);
    }, complain);
  };
  return (
    <Band
      label={t("exports.label", words)}
      far={stage !== "running" ? null : total > 0 ? (100 * rows) / total : 0}
      words={<bdi>{told[stage]}</bdi>}
    >
      {stage === "done" && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t("exports.downloadOf", words)}
          onClick={fetchFile}
        >
          {t("exports.download")}
        </Button>
      )}
      {stage !== "running" && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t("exports.putAwayOf", words)}
          onClick={() => {
            unfollow(id);
          }}
        >
          {t("exports.putAway")}
        </Button>
      )}
    </Band>
  );
}
