import { refusalsOf, type Refusals } from "@/lib/field-errors";
import { useProblemText } from "@/lib/problem-text";

import { Reference } from "./reference";
import { RefusalList } from "./refusal-list";
import { Notice } from "./states";

interface Props {
  error: unknown;
  /** As the form words them. */
  refusals?: Refusals;
  places?: boolean;
}

/** Why a form was not taken, in it: place by place, or in one sentence. */
export function Refused({ error, refusals = refusalsOf(error), places = false }: Props) {
  const problemText = useProblemText();
  if (error === null) return null;
  return (
    <div role="alert">
      <Notice tone="bad">
        {refusals.length === 0 ? problemText(error) : <RefusalList {...{ refusals, places }} />}
        <Reference of={error} />
      </Notice>
    </div>
  );
}
