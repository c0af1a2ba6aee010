// An OpenID provider for the tests: npm's oidc-provider on loopback, with people who sign in by a button. It prints its
// address as one line of JSON, and ends when its input does. It is no part of the product.
//
// Usage: node provider.mjs [PORT]
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [port = "0"] = process.argv.slice(2);

// As NHS CIS2 tells of roles: the identity token names the chosen one, the user information holds them all.
const roles = [
  { person_roleid: "555021935107", org_code: "RAJ12", role_code: "S0010:G0020:R8000", role_name: "Clinical" },
  { person_roleid: "555021936108", org_code: "RAJ32", role_code: "S0080:G0450:R5080", role_name: "Admin" },
];
const people = {
  controller: { name: "Con Troller", groups: ["g-controllers"] },
  manager: { name: "Site Manager", groups: ["g-managers", "g-basildon"] },
  clinician: { name: "Chosen Role", nhsid_nrbac_roles: roles, selected_roleid: "555021935107" },
  stranger: { name: "No Role", groups: ["g-others"] },
};

const http = createServer();
await new Promise((ready) => http.listen(Number(port), "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${http.address().port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: "control-centre",
    client_secret: "a secret of the tests only",
    token_endpoint_auth_method: "client_secret_post",
    // Native: on loopback any port will do (RFC 8252, section 7.3), for each test's server has its own.
    application_type: "native",
    redirect_uris: ["http://127.0.0.1/sign-in/organisation/callback"],
    post_logout_redirect_uris: [],
  }],
  claims: {
    openid: ["sub", "selected_roleid"],
    profile: ["name", "groups"],
    nationalrbacaccess: ["nhsid_nrbac_roles"],
  },
  // Entra ID writes groups into the identity token and not into the user information.
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ["of the tests"] },
  features: { devInteractions: { enabled: false }, userinfo: { enabled: true } },
  findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  // Consent is the organisation's: nobody is asked for it.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile nationalrbacaccess");
    await grant.save();
    return grant;
  },
});

const application = provider.callback();
http.on("request", async (request, response) => {
  const path = new URL(request.url, issuer).pathname;
  const asked = path.match(/^\/interaction\/[^/]+(?:\/(\w+))?$/);
  if (!asked) {
    application(request, response);
    return;
  }

  if (!asked[1]) {
    const buttons = [...Object.keys(people), "deny"].map((who) => `<p><a id="${who}" href="${path}/${who}">${who}</a></p>`);
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><html lang="en"><title>Provider</title><h1>Who are you?</h1>${buttons.join("")}`);
    return;
  }

  const result = asked[1] === "deny"
    ? { error: "access_denied", error_description: "said no" }
    : { login: { accountId: asked[1] }, consent: {} };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
});

process.stdin.on("end", () => process.exit(0)).resume();
console.log(JSON.stringify({ issuer }));
