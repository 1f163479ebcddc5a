import { Session } from "@/lib/session";

export const session = new Session("portal");
