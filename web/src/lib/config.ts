/** What differs between stacks; the same build reads it at run time. */
export interface Config {
  oidc: {
    issuer: string;
    authorization_endpoint: string;
    token_endpoint: string;
    userinfo_endpoint: string;
    end_session_endpoint: string;
    jwks_uri: string;
    client_id: string;
    scope: string;
    redirect_uris: { portal: string; agent: string };
    logout_uris: { portal: string; agent: string };
  };
  live_url: string;
  branding: { name: string; support_email: string };
  local?: boolean;
}

let loading: Promise<Config> | null = null;

export function loadConfig(): Promise<Config> {
  loading ??= fetch("/config.json")
    .then((response) => {
      if (!response.ok) throw new Error(`config.json: ${response.status}`);
      return response.json() as Promise<Config>;
    })
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}
