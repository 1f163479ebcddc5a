import type { Grouping, NarrowedView } from "@/features/views/address";
import { GroupChoice } from "@/features/views/components/group-choice";
import type { Order } from "@/lib/desk/orders";

import { OrderChoice } from "./order-choice";

interface Props {
  order: Order;
  grouping: Grouping | undefined;
  onChange: (part: NarrowedView) => void;
  className: string | undefined;
}

/** How a view stands: in which parts, and what stands first in each. */
export function Arranged({ order, grouping, onChange, className }: Props) {
  return (
    <>
      <span className={className}>
        <GroupChoice
          grouping={grouping}
          onGrouping={(by) => {
            onChange({ by, part: "" });
          }}
        />
      </span>
      <span className={className}>
        <OrderChoice
          order={order}
          onOrder={(next) => {
            onChange({ order: next });
          }}
        />
      </span>
    </>
  );
}
