// The audits of npm graphql-http against a running server. node audit.mjs URL: prints a JSON line per audit.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);

for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const { id, name, status, reason, response } = await audit.fn();
  await response?.body?.cancel().catch(() => undefined);
  console.log(JSON.stringify({ id, name, status, reason: reason ?? null }));
}
