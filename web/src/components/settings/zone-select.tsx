import { Select } from "@mantine/core";
import { useMemo } from "react";

interface Props {
  label: string;
  value: string;
  error?: string | undefined;
  "data-place"?: string;
  onChange: (zone: string) => void;
}

export function ZoneSelect({ value, onChange, ...others }: Props) {
  const zones = useMemo(() => [...new Set([value, "UTC", ...Intl.supportedValuesOf("timeZone")])], [value]);
  return (
    <Select
      searchable
      allowDeselect={false}
      data={zones}
      limit={60}
      value={value}
      {...others}
      onChange={(zone) => {
        if (zone !== null) onChange(zone);
      }}
    />
  );
}
