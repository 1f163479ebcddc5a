import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconBookmarkPlus, IconPencil } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import type { View, ViewPlan } from "@/api/types";
import { useComplain, useNotify } from "@/components/notify";
import { planOf, useChangeViews } from "@/features/views/api/views";
import { useMe } from "@/lib/desk/get-me";
import { choosable, useTeams } from "@/lib/desk/list-teams";

/** Only who makes a view pays for it. */
const ViewDialog = lazy(() =>
  import("@/features/views/components/view-dialog").then((found) => ({ default: found.ViewDialog })),
);

const UNESCAPED = { interpolation: { escapeValue: false } } as const;

interface Open {
  view?: View;
  begun?: Partial<ViewPlan>;
  onClose: () => void;
}

function Dialog({ view, begun = {}, onClose }: Open) {
  const { t } = useTranslation("agent");
  const me = useMe().data;
  const teams = useTeams().data;
  const navigate = useNavigate();
  const notify = useNotify();
  const complain = useComplain();
  const { save } = useChangeViews();
  const bringBack = (removed: View) => {
    // Its page is gone by then: only a promise still answers.
    save.mutateAsync({ id: removed.id, plan: planOf(removed), revision: 0 }).then(({ id, name }) => {
      notify(t("views.back", { name, ...UNESCAPED }));
      void navigate({ to: "/views/$viewId", params: { viewId: id } });
    }, complain);
  };
  if (me === undefined) return null;
  return (
    <Suspense>
      <ViewDialog
        {...{ me, view, begun, onClose }}
        teams={choosable(teams ?? [])}
        onSaved={({ id, name }) => {
          onClose();
          notify(t("views.saved", { name, ...UNESCAPED }));
          if (view === undefined) void navigate({ to: "/views/$viewId", params: { viewId: id } });
        }}
        onRemoved={(removed) => {
          onClose();
          notify(t("views.removed", { name: removed.name, ...UNESCAPED }), {
            undo: {
              words: t("undo.button"),
              run: () => {
                bringBack(removed);
              },
            },
          });
          void navigate({ to: "/mine" });
        }}
      />
    </Suspense>
  );
}

/** What is on the page now, kept under a name. */
export function SaveAsView({ begun }: { begun: Partial<ViewPlan> }) {
  const { t } = useTranslation("agent");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconBookmarkPlus size={14} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        <span data-word>{t("views.saveAs")}</span>
      </Button>
      {open && (
        <Dialog
          begun={begun}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

export function ChangeView({ view }: { view: View }) {
  const { t } = useTranslation("agent");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip label={t("views.edit")}>
        <ActionIcon
          variant="default"
          size="md"
          aria-label={t("views.edit")}
          onClick={() => {
            setOpen(true);
          }}
        >
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {open && (
        <Dialog
          view={view}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
