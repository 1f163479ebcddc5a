/** Who is signed in: code flow with PKCE at the pool's own page. The library is loaded when it is needed first. */
import type { UserManager } from "oidc-client-ts";

import { loadConfig } from "./config";

export type App = "portal" | "agent";

const STORE_PREFIX = "helpdesk.session.";

async function createManager(app: App): Promise<UserManager> {
  const [{ UserManager: Manager, WebStorageStateStore }, { oidc }] = await Promise.all([
    import("oidc-client-ts"),
    loadConfig(),
  ]);
  return new Manager({
    authority: oidc.issuer,
    // Explicit endpoints: no discovery request, and the local issuer need not be reachable.
    metadata: {
      issuer: oidc.issuer,
      authorization_endpoint: oidc.authorization_endpoint,
      token_endpoint: oidc.token_endpoint,
      userinfo_endpoint: oidc.userinfo_endpoint,
      end_session_endpoint: oidc.end_session_endpoint,
      jwks_uri: oidc.jwks_uri,
    },
    client_id: oidc.client_id,
    redirect_uri: oidc.redirect_uris[app],
    scope: oidc.scope,
    loadUserInfo: false,
    automaticSilentRenew: true,
    // Agents work in many tabs; one sign-in serves them all.
    userStore: new WebStorageStateStore({ store: window.localStorage, prefix: `${STORE_PREFIX}${app}.` }),
  });
}

export class Session {
  readonly #app: App;
  readonly #listeners = new Set<() => void>();
  #manager: Promise<UserManager> | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  /** True when a sign-in is remembered; asks no network and loads no library. */
  remembered(): boolean {
    return this.#stored() !== undefined;
  }

  /** The pool's id of who is signed in; asks no network and loads no library. */
  person(): string | null {
    const stored = window.localStorage.getItem(this.#stored() ?? "");
    if (stored === null) return null;
    return (JSON.parse(stored) as { profile: { sub?: string } }).profile.sub ?? null;
  }

  #stored(): string | undefined {
    return Object.keys(window.localStorage).find((key) =>
      key.startsWith(`${STORE_PREFIX}${this.#app}.user:`),
    );
  }

  /** Told when somebody was signed out here or in another tab. */
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    window.addEventListener("storage", changed);
    return () => {
      this.#listeners.delete(changed);
      window.removeEventListener("storage", changed);
    };
  };

  /** The bearer for the API, renewed when it has run out, or null when nobody is signed in. */
  async bearer(): Promise<string | null> {
    if (!this.remembered()) return null;
    const manager = await this.#open();
    const user = await manager.getUser();
    if (user === null) return null;
    if (user.expired !== true) return user.id_token ?? null;
    const renewed = await manager.signinSilent().catch(() => null);
    if (renewed === null) await this.forget();
    return renewed?.id_token ?? null;
  }

  async signIn(returnTo: string): Promise<void> {
    const manager = await this.#open();
    await manager.signinRedirect({ state: { returnTo } });
  }

  /** Back from the sign-in page: the address to go on to. */
  async completeSignIn(): Promise<string> {
    const manager = await this.#open();
    const user = await manager.signinRedirectCallback();
    const state = user.state as { returnTo?: unknown } | undefined;
    const home = this.#app === "agent" ? "/agent" : "/tickets";
    return typeof state?.returnTo === "string" && state.returnTo.startsWith("/") ? state.returnTo : home;
  }

  async signOut(): Promise<void> {
    const { oidc } = await loadConfig();
    const manager = await this.#open();
    await manager.removeUser();
    const leave = new URL(oidc.end_session_endpoint);
    leave.searchParams.set("client_id", oidc.client_id);
    leave.searchParams.set("logout_uri", oidc.logout_uris[this.#app]);
    window.location.assign(leave);
  }

  /** The service no longer accepts the sign-in. */
  async forget(): Promise<void> {
    const manager = await this.#open();
    await manager.removeUser();
    for (const changed of this.#listeners) changed();
  }

  #open(): Promise<UserManager> {
    this.#manager ??= createManager(this.#app);
    return this.#manager;
  }
}
