/** `/config.json` of a site that is not there. */
export const CONFIG = (site: string) => ({
  oidc: {
    issuer: `${site}/pool`,
    authorization_endpoint: `${site}/oauth2/authorize`,
    token_endpoint: `${site}/oauth2/token`,
    userinfo_endpoint: `${site}/oauth2/userInfo`,
    end_session_endpoint: `${site}/logout`,
    jwks_uri: `${site}/pool/.well-known/jwks.json`,
    client_id: "web",
    scope: "openid email profile",
    redirect_uris: { portal: `${site}/signed-in`, agent: `${site}/agent/signed-in` },
    logout_uris: { portal: `${site}/`, agent: `${site}/agent` },
  },
  live_url: `${site.replace("http", "ws")}/live`,
  branding: { name: "Helpdesk", support_email: "help@demo.example" },
  local: true,
});
