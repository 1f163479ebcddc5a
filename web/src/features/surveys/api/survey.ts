import type { Survey } from "@/api/types";
import { api } from "@/lib/api-client";

export const getSurvey = (token: string): Promise<Survey> => api.get("/api/portal/rating", { bearer: token });

export const rate = (
  token: string,
  answer: { rating: number; comment: string },
  idempotencyKey: string,
): Promise<Survey> => api.post("/api/portal/rating", { bearer: token, body: answer, idempotencyKey });
