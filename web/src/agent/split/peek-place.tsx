import { lazy, Suspense, useEffect } from "react";

import { closePeek, leavePeek, usePeeked } from "../peeked";
import { useOpenTicket } from "./use-open-ticket";

/** Only who looks pays for it. */
const Peek = lazy(async () => ({ default: (await import("./peek")).Peek }));

/** A look at a row of the list, from which one comes back to it. */
export function PeekPlace() {
  const id = usePeeked();
  const { openTicket } = useOpenTicket();
  useEffect(() => leavePeek, []);
  return (
    id !== null && (
      <Suspense>
        <Peek
          key={id}
          id={id}
          onOpen={() => {
            leavePeek();
            openTicket(id);
          }}
          onClose={closePeek}
        />
      </Suspense>
    )
  );
}
