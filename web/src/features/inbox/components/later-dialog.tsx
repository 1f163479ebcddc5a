import { Button, Group, Modal, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Card } from "@/api/types";
import { Keys } from "@/components/key-tip";
import { Time } from "@/components/time";
import { productNow } from "@/lib/product-clock";

import { inboxActions } from "../actions";
import { laterOffers } from "../later";

interface Props {
  /** None while nothing is put off. */
  card: Card | null;
  onLater: (until: string) => void;
  onClose: () => void;
}

/** When a ticket comes back into the inbox: three choices, on the keys 1 to 3. */
export function LaterDialog({ card, onLater, onClose }: Props) {
  const { t } = useTranslation(["agent", "common"]);
  const offers = card === null ? [] : laterOffers(productNow());
  return (
    <Modal
      opened={card !== null}
      onClose={onClose}
      title={inboxActions.later.words(t)}
      closeButtonProps={{ "aria-label": t("common:close") }}
      onKeyDown={({ key }) => {
        const offer = offers[Number(key) - 1];
        if (offer !== undefined) onLater(offer.at);
      }}
    >
      <Stack gap="xs">
        <p>
          <bdi>{card?.subject}</bdi>
        </p>
        {offers.map(({ name, at }, index) => (
          <Button
            key={name}
            variant="default"
            justify="space-between"
            data-autofocus={index === 0 || undefined}
            aria-keyshortcuts={String(index + 1)}
            rightSection={
              <Group gap="xs" wrap="nowrap">
                <Time at={at} />
                <Keys keys={String(index + 1)} />
              </Group>
            }
            onClick={() => {
              onLater(at);
            }}
          >
            {t(`agent:inbox.until.${name}`)}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
