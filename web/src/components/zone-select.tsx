import { Select } from "@mantine/core";
import { useMemo } from "react";

interface Props {
  label: string;
  value: string;
  error?: string | undefined;
  onChange: (zone: string) => void;
}

export function ZoneSelect({ label, value, error, onChange }: Props) {
  const zones = useMemo(() => [...new Set([value, "UTC", ...Intl.supportedValuesOf("timeZone")])], [value]);
  return (
    <Select
      searchable
      allowDeselect={false}
      label={label}
      data={zones}
      limit={60}
      value={value}
      error={error}
      onChange={(zone) => {
        if (zone !== null) onChange(zone);
      }}
    />
  );
}
