// The data of an answer; an answer without data is an error.
export async function post(query, variables = {}, headers = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const result = await response.json();
  if (!result.data) throw new Error(result.errors[0].message);
  return result.data;
}
