import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { MadeId } from "@/components/settings/made-id";
import { refused, type Refusals } from "@/lib/field-errors";
import { ID, madeId } from "@/lib/made-ids";

// As a type, so that it is part of a file with whatever else that has.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
type File = { id?: string; name?: string };

/** Of the list a file stands in. */
export interface Siblings {
  /** What an id begins with where the name gives none. */
  otherwise: string;
  ids: readonly (string | undefined)[];
  /** Those that are saved: their ids stay. */
  saved: readonly (string | undefined)[];
}

interface Props {
  file: File;
  siblings: Siblings;
  onChange: (part: File) => void;
  place: string;
  refusals: Refusals;
}

/** How a calendar, a policy or a ladder is called by people, and by the others: its id follows the name until then. */
export function NameAndId({ file: { id = "", name = "" }, siblings, onChange, place, refusals }: Props) {
  const { t } = useTranslation("settings");
  const { otherwise, ids, saved } = siblings;
  const at = ids.indexOf(id);
  const others = ids.filter((_, index) => index !== at);
  const fresh = !saved.includes(id) || others.includes(id);
  const own = (of: string) => madeId(of, otherwise, others);
  const wrong = () => {
    if (!fresh) return undefined;
    if (others.includes(id)) return t("id.taken");
    return ID.test(id) ? undefined : t("id.shape");
  };
  const of = refused(refusals, `${place}.id`);
  return (
    <div>
      <TextInput
        label={t("sla.name")}
        value={name}
        {...refused(refusals, `${place}.name`)}
        onChange={(event) => {
          const next = event.currentTarget.value;
          onChange(fresh && id === own(name) ? { id: own(next), name: next } : { name: next });
        }}
      />
      <MadeId
        fresh={fresh}
        id={id}
        {...of}
        error={of.error ?? wrong()}
        onChange={(next) => {
          onChange({ id: next });
        }}
      />
    </div>
  );
}
