import { NativeSelect } from "@mantine/core";
import { IconLayoutList } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

import { GROUPINGS, WHOLE, type Grouping } from "../address";

interface Props {
  grouping: Grouping | undefined;
  onGrouping: (grouping: Grouping | typeof WHOLE) => void;
}

/** Into what a list is divided. */
export function GroupChoice({ grouping, onGrouping }: Props) {
  const { t } = useTranslation("agent");
  return (
    <NativeSelect
      size="xs"
      aria-label={t("views.grouping")}
      title={t(`views.groupings.${(grouping ?? WHOLE) as "none"}`)}
      leftSection={<IconLayoutList size={16} aria-hidden />}
      leftSectionPointerEvents="none"
      value={grouping ?? WHOLE}
      data={[WHOLE, ...GROUPINGS].map((value) => ({
        ...{ value, label: t(`views.groupings.${value as "none"}`) },
      }))}
      onChange={({ currentTarget }) => {
        onGrouping(currentTarget.value as Grouping);
      }}
    />
  );
}
