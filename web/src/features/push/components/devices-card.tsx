import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { PushDevices } from "@/api/types";
import { Loaded } from "@/components/loaded";
import { useComplain, useNotify } from "@/components/notify";
import styles from "@/components/settings/settings-form.module.css";
import { Time } from "@/components/time";

import { useAddDevice, useDevices, useRemoveDevice } from "../api/devices";
import { hindrance, isOn, ownDevice } from "../device";
import own from "./devices-card.module.css";

/** On which devices one is told while no page is open. */
export function DevicesCard() {
  const { t } = useTranslation("settings");
  return (
    <section className={styles.card} aria-labelledby="devices">
      <h2 id="devices">{t("devices.title")}</h2>
      <p className={own.about}>{t("devices.text")}</p>
      <Loaded of={useDevices()} lines={2}>
        {(found) => <Devices found={found} />}
      </Loaded>
    </section>
  );
}

function Devices({ found }: { found: PushDevices }) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const complain = useComplain();
  const add = useAddDevice();
  const remove = useRemoveDevice();
  // What the browser allows is known after it was asked.
  const [, setAsked] = useState(0);
  const hinders = hindrance();
  const here = ({ id }: PushDevices["items"][number]) => id === ownDevice();
  return (
    <>
      {hinders !== null && <p role="status">{t(`devices.${hinders}`)}</p>}
      {hinders === null && !isOn(found) && (
        <div>
          <Button
            variant="default"
            loading={add.isPending}
            onClick={() => {
              add.mutate(found.key, {
                onSuccess: (added) => {
                  if (added) notify(t("devices.added"));
                },
                onError: complain,
                onSettled: () => {
                  setAsked((times) => times + 1);
                },
              });
            }}
          >
            {t("devices.add")}
          </Button>
        </div>
      )}
      {found.items.length > 0 && (
        <ul className={own.list} aria-label={t("devices.title")}>
          {found.items.map((device) => (
            <li key={device.id}>
              <span>
                {here(device) ? t("devices.here") : t("devices.other")} ·{" "}
                <span className={own.about}>
                  {t("devices.since")} <Time at={device.added_at} />
                </span>
              </span>
              <Button
                size="xs"
                variant="default"
                loading={remove.isPending && remove.variables === device.id}
                aria-label={here(device) ? t("devices.removeHere") : t("devices.removeOther")}
                onClick={() => {
                  remove.mutate(device.id, { onError: complain });
                }}
              >
                {t("devices.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
