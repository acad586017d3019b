// What a TypeScript frontend runs: typed documents for every example, from the committed SDL.
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../../schema/schema.graphql',
  documents: ['../../examples/*.graphql'],
  ignoreNoDocuments: false,
  generates: {
    './built/gql/': {
      preset: 'client',
      config: {
        useTypeImports: true,
        scalars: { DateTime: 'string', EventCursor: 'string', Locale: 'string', URI: 'string', URL: 'string' },
      },
    },
  },
};

export default config;
