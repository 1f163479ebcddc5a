import { Select, type SelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { NOBODY } from "../person-values";

interface Props extends Pick<SelectProps, "error"> {
  colleagues: readonly { id: string; name: string }[];
  value: string;
  onChange: (who: string) => void;
}

/** Who stands in for somebody who is away, or nobody. */
export function SubstituteSelect({ colleagues, onChange, ...rest }: Props) {
  const { t } = useTranslation("settings");
  return (
    <Select
      label={t("absence.substitute")}
      searchable
      allowDeselect={false}
      data={[
        { value: NOBODY, label: t("absence.nobody") },
        ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(who) => {
        onChange(who ?? NOBODY);
      }}
      {...rest}
    />
  );
}
