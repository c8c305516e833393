/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  // Packages that ship ESM only.
  transformIgnorePatterns: [
    '/node_modules/(?!(marked|ml-[^/]+|is-any-array|d3-[^/]+|internmap|wouter|regexparam|htmlparser2|domhandler|domutils|domelementtype|dom-serializer|entities)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/release'],
  testEnvironment: '<rootDir>/test/support/plain-environment.js',
  globalSetup: '<rootDir>/test/support/find-build.mjs',
  globalTeardown: '<rootDir>/test/support/remove-memory-folder.mjs',
  testSequencer: '<rootDir>/test/support/slowest-first.mjs',
  testTimeout: 60_000,
  maxWorkers: 2,
  // `LINES_OF_TESTS` names a folder: what ran is kept there, for `test/support/coverage/print-lines.mjs`.
  setupFilesAfterEnv: process.env.LINES_OF_TESTS ? ['<rootDir>/test/support/coverage/collect-lines.ts'] : [],
};
