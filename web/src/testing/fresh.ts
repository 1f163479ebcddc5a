/** Packages stay loaded from one file to the next; what is ours begins anew with each. */
import { focusManager, onlineManager } from "@tanstack/react-query";
import { vi } from "vitest";

vi.resetModules();
onlineManager.setOnline(true);
focusManager.setFocused(undefined);
document.head.replaceChildren();
document.body.replaceChildren();
