// A frontend that reads definitions by the generated types; compiled by the tests, never run.
import { DefinitionsDocument, type DefinitionsQuery } from './built/gql/graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

declare function ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;

export async function terms(): Promise<string[]> {
  const found: DefinitionsQuery = await ask(DefinitionsDocument, { first: 10 });
  return found.definitions.edges.map((edge) => edge.node.term);
}
