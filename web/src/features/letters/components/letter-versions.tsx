import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { LetterTemplate } from "@/api/settings-types";
import { Loaded } from "@/components/loaded";
import { useNotify } from "@/components/notify";
import form from "@/components/settings/settings-form.module.css";
import { Time } from "@/components/time";
import { useProblemText } from "@/lib/problem-text";

import { getLetterVersion, useLetterVersions } from "../api/letters";
import styles from "./letters.module.css";

interface Props {
  /** The one that holds. */
  revision: number;
  readOnly: boolean;
  onTake: (templates: LetterTemplate[]) => void;
}

/** Who saved what when; what was saved once can be saved again. */
export function LetterVersions({ revision, readOnly, onTake }: Props) {
  const { t } = useTranslation("settings");
  const [looked, setLooked] = useState(false);
  const versions = useLetterVersions(looked);
  const notify = useNotify();
  const problemText = useProblemText();
  const taking = useMutation({ mutationFn: getLetterVersion });
  return (
    <details
      className={styles.versions}
      onToggle={(event) => {
        setLooked(event.currentTarget.open);
      }}
    >
      <summary>{t("letter.versions")}</summary>
      {looked && (
        <Loaded of={versions} lines={2}>
          {({ items }) => (
            <ul className={form.list}>
              {items.length === 0 && <li className={form.hint}>{t("letter.noVersions")}</li>}
              {items.map((one) => (
                <li key={one.revision} className={form.item}>
                  <span>
                    {t("letter.version", { revision: one.revision, count: one.templates })}{" "}
                    {one.saved_at !== null && <Time at={one.saved_at} />} <bdi>{one.name ?? ""}</bdi>
                  </span>
                  {one.revision === revision ? (
                    <span>{t("letter.holds")}</span>
                  ) : (
                    !readOnly && (
                      <Button
                        size="xs"
                        variant="default"
                        loading={taking.isPending && taking.variables === one.revision}
                        onClick={() => {
                          taking.mutate(one.revision, {
                            onSuccess: ({ templates }) => {
                              onTake(templates);
                              notify(t("letter.taken", { revision: one.revision }));
                            },
                            onError: (error) => {
                              notify(problemText(error), { tone: "bad" });
                            },
                          });
                        }}
                      >
                        {t("letter.take", { revision: one.revision })}
                      </Button>
                    )
                  )}
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </details>
  );
}
