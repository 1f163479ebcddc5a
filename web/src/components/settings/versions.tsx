import { Button } from "@mantine/core";
import { useMutation, type UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useProblemText } from "@/lib/problem-text";

import { Loaded } from "../loaded";
import { useNotify } from "../notify";
import { Time } from "../time";
import form from "./settings-form.module.css";
import styles from "./versions.module.css";

interface Version {
  revision: number;
  saved_at: string | null;
  name: string | null;
}

interface Props<One extends Version, Then> {
  /** Asked for once somebody looks. */
  useVersions: (looked: boolean) => UseQueryResult<{ items: One[] }>;
  /** How much was saved then. */
  sizeOf: (one: One) => string;
  /** The one that holds. */
  revision: number;
  readOnly: boolean;
  read: (revision: number) => Promise<Then>;
  /** What was saved then stands in the form again. */
  onTake: (then: Then) => void;
}

/** Who saved what when; what was saved once can be saved again. */
export function Versions<One extends Version, Then>(props: Props<One, Then>) {
  const { useVersions, sizeOf, revision, readOnly, read, onTake } = props;
  const { t } = useTranslation("settings");
  const [looked, setLooked] = useState(false);
  const versions = useVersions(looked);
  const notify = useNotify();
  const problemText = useProblemText();
  const taking = useMutation({ mutationFn: read });
  const take = (one: One) => {
    taking.mutate(one.revision, {
      onSuccess: (then) => {
        onTake(then);
        notify(t("versions.taken", { revision: one.revision }));
      },
      onError: (error) => {
        notify(problemText(error), { tone: "bad" });
      },
    });
  };
  return (
    <details
      className={styles.versions}
      onToggle={(event) => {
        setLooked(event.currentTarget.open);
      }}
    >
      <summary>{t("versions.title")}</summary>
      {looked && (
        <Loaded of={versions} lines={2}>
          {({ items }) => (
            <ul className={form.list}>
              {items.length === 0 && <li className={form.hint}>{t("versions.none")}</li>}
              {items.map((one) => (
                <li key={one.revision} className={form.item}>
                  <span>
                    {t("versions.one", { revision: one.revision, size: sizeOf(one) })}{" "}
                    {one.saved_at !== null && <Time at={one.saved_at} />} <bdi>{one.name ?? ""}</bdi>
                  </span>
                  {one.revision === revision ? (
                    <span>{t("versions.holds")}</span>
                  ) : (
                    !readOnly && (
                      <Button
                        size="xs"
                        variant="default"
                        loading={taking.isPending && taking.variables === one.revision}
                        onClick={() => {
                          take(one);
                        }}
                      >
                        {t("versions.take", { revision: one.revision })}
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
