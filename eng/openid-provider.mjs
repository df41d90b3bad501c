#!/usr/bin/env node
// A real OpenID provider on loopback, for tests: node openid-provider.mjs PORT CALLBACK SECRET. Anybody is whoever they say, with any
// password. Prints one line when it listens, and ends with its input.
import Provider from 'oidc-provider';

const [port, callback, secret] = process.argv.slice(2);
if (!secret) {
  console.error('usage: node openid-provider.mjs PORT CALLBACK SECRET');
  process.exit(2);
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'vcrportal', client_secret: secret, redirect_uris: [callback], token_endpoint_auth_method: 'client_secret_post' }],
  claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: `${id} at home`, email: `${id}@example.org` }) }),
  pkce: { required: () => true },
  cookies: { keys: ['a key of a test'] },
});

process.stdin.resume().on('end', () => process.exit(0));
provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
