import type { SlaDocument } from "@/api/settings-types";
import { api } from "@/lib/api-client";
import { slaQuery } from "@/lib/desk/get-sla";
import { useSave } from "@/lib/save";

export const useSaveSla = () =>
  useSave(
    slaQuery().queryKey,
    (body: SlaDocument, ifMatch) => api.put("/api/settings/sla", { body, ifMatch }),
    [["settings", "sla-progress"]],
  );
