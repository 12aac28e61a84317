// Builds dist/: the function's code, the command line with the embedded AWS, and the AWS SDK as Lambda's runtime has it.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { inRoot } from './project.ts';
import { thirdPartyNotices } from './third-party-notices.ts';

/** The clients that the function takes from Lambda's runtime. */
const RUNTIME_CLIENTS = [
  'cloudformation',
  'cloudtrail',
  'cloudwatch',
  'cloudwatch-logs',
  'dynamodb',
  'eventbridge',
  'iam',
  'kms',
  's3',
  'securityhub',
  'sns',
  'sqs',
  'ssm',
];

const shared = {
  bundle: true,
  metafile: true,
  platform: 'node',
  target: 'node22',
  // The packages' ES modules load faster than their CommonJS.
  mainFields: ['module', 'main'],
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  absWorkingDir: inRoot(),
} as const satisfies BuildOptions;

/**
 * The function's code as the template holds it: one CommonJS file that people can read. What is loaded lazily stands behind one
 * function at its end. Left to esbuild, each of its modules would have a wrapper of its own: a sixth more text, and less readable.
 */
export async function buildFunction(): Promise<string> {
  const answer = await bundleFunction({ entryPoints: ['src/lambda/answer.ts'] });
  return bundleFunction({
    entryPoints: ['src/lambda/index.ts'],
    plugins: [ANSWER_LAZILY],
    footer: {
      js: `\n// Everything but the fast path: it runs when it is first needed.\nfunction loadAnswer() {\nconst module = {};\n${answer}return module.exports;\n}`,
    },
  });
}

async function bundleFunction(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    ...shared,
    format: 'cjs',
    target: 'node24',
    external: ['@aws-sdk/*'],
    write: false,
    outfile: 'index.js',
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}

/** `import('./answer.ts')` calls the function at the end of the file. */
const ANSWER_LAZILY: Plugin = {
  name: 'answer-lazily',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/answer\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'answer', namespace: 'lazily' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazily' }, () => ({
      contents: 'export const { makeAnswer } = loadAnswer();',
    }));
  },
};

async function buildCommandLine(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: ['src/cli/main.ts'],
    format: 'esm',
    splitting: true,
    outdir: 'dist/cli',
    external: ['@stricli/core', 'picocolors'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return metafile;
}

/** What the embedded AWS's functions run under: plain files, looked for beside the bundle. */
function copyLambdaRuntime(): void {
  cpSync(inRoot('src/local/services/lambda/lambda-runtime'), inRoot('dist/cli/lambda-runtime'), {
    recursive: true,
  });
}

async function buildRuntimeModules(): Promise<Metafile> {
  const { metafile } = await build({
    ...shared,
    entryPoints: RUNTIME_CLIENTS.map((client) => ({
      in: `@aws-sdk/client-${client}`,
      out: `client-${client}/index`,
    })),
    format: 'cjs',
    minify: true,
    outdir: 'dist/runtime/node_modules/@aws-sdk',
  });
  return metafile;
}

/** Builds dist/ when the sources changed since it was built. */
export async function buildWhenStale(): Promise<void> {
  const stamp = inRoot('dist', '.built');
  const wanted = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(inRoot('dist'), { recursive: true, force: true });
  mkdirSync(inRoot('dist', 'function'), { recursive: true });
  const [code, ...metafiles] = await Promise.all([
    buildFunction(),
    buildCommandLine(),
    buildRuntimeModules(),
  ]);
  copyLambdaRuntime();
  writeFileSync(inRoot('dist', 'function', 'index.js'), code);
  writeFileSync(inRoot('dist', 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(metafiles));
  writeFileSync(stamp, wanted);
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const file of globSync(['src/**', 'package-lock.json', 'package.json', 'scripts/build.ts'], {
    cwd: inRoot(),
    withFileTypes: true,
  })) {
    if (!file.isFile()) continue;
    hash.update(file.name).update(readFileSync(`${file.parentPath}/${file.name}`));
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWhenStale();
