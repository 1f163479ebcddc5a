import { useEffect } from "react";

import { optional } from "@/components/optional";

import { closePeek, leavePeek, usePeeked } from "../peeked";
import { useOpenTicket } from "./use-open-ticket";

/** Only who looks pays for it. */
const Peek = optional(async () => (await import("./peek")).Peek);

/** A look at a row of the list, from which one comes back to it. */
export function PeekPlace() {
  const id = usePeeked();
  const { openTicket } = useOpenTicket();
  useEffect(() => leavePeek, []);
  return (
    id !== null && (
      <Peek
        key={id}
        id={id}
        onOpen={() => {
          leavePeek();
          openTicket(id);
        }}
        onClose={closePeek}
      />
    )
  );
}
