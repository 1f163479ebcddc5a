import { NativeSelect } from "@mantine/core";
import { IconSortDescending } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { ORDERS, type Order } from "@/lib/desk/orders";

interface Props {
  order: Order;
  onOrder: (order: Order) => void;
}

/** What stands first in a list. */
export function OrderChoice({ order, onOrder }: Props) {
  const { t } = useTranslation("agent");
  return (
    <NativeSelect
      size="xs"
      aria-label={t("views.order")}
      title={t(`views.orders.${order}`)}
      leftSection={<IconSortDescending size={16} aria-hidden />}
      leftSectionPointerEvents="none"
      value={order}
      data={ORDERS.map((value) => ({ value, label: t(`views.orders.${value}`) }))}
      onChange={({ currentTarget }) => {
        onOrder(currentTarget.value as Order);
      }}
    />
  );
}
