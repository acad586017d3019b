// The committed SDL under the rules that graphql-eslint recommends for schemas, and for Relay.
import graphql from '@graphql-eslint/eslint-plugin';

const rules = {
  ...graphql.configs['flat/schema-recommended'].rules,
  ...graphql.configs['flat/schema-relay'].rules,
  // Values (spans, errors, payloads, events) have no identity of their own; tests/schema/test_relay.py demands ids of every Node.
  '@graphql-eslint/strict-id-in-types': 'off',
  // Plain lists of bounded values are meant, every one of them with @listSize; contexts and relations are paged, and are values.
  '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
};

export default [
  {
    files: ['**/*.graphql'],
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './built/schema.graphql' } },
    },
    plugins: { '@graphql-eslint': graphql },
    rules,
  },
];
