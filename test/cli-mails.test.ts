import { globSync, readFileSync } from 'node:fs';
import { ExitCode, run } from '@stricli/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { app } from '../src/cli/app.ts';

afterEach(() => vi.unstubAllEnvs());

/** Commands of the mails, each once for its verb and flags. */
function commandsOfMails(): readonly (readonly string[])[] {
  const texts = globSync(inRoot('src/render/golden/*.txt')).map((file) => readFileSync(file, 'utf8'));
  const lines = texts.flatMap((text) => text.match(/^ +trailkeeper .*$/gm) ?? []);
  const commands = lines.map((line) => splitAsShell(line.trim().replace(/^trailkeeper /, '')));
  const shapeOf = (words: readonly string[]) => words.filter((word) => /^--|^[a-z-]+$/.test(word)).join(' ');
  return [...new Map(commands.map((words) => [shapeOf(words), words])).values()];
}

/** Words, with what stands in double quotes as a part of its word. */
const splitAsShell = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''));

/** How the command line ends in an environment without credentials: before it, or after its words were understood. */
async function exitCodeOf(words: readonly string[]): Promise<unknown> {
  const process = { stdout: { write: () => {} }, stderr: { write: () => {} }, exitCode: undefined };
  await run(app, [...words], { process } as unknown as Parameters<typeof run>[2]);
  return process.exitCode;
}

describe('every command that a mail gives people', () => {
  const commands = commandsOfMails();

  it('is there to be tried, and one that is none would show', async () => {
    expect(commands.length).toBeGreaterThan(5);
    expect(await exitCodeOf(['baseline', 'adopt', '--bogus'])).toBe(ExitCode.InvalidArgument);
  });

  it.each(commands.map((words) => [words.join(' '), words] as const))(
    '%s is one that the command line takes',
    async (_, words) => {
      for (const name of ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
        vi.stubEnv(name, undefined);
      vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
      vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
      vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
      const code = await exitCodeOf(words);
      expect([ExitCode.InvalidArgument, ExitCode.UnknownCommand, ExitCode.Success]).not.toContain(code);
    },
  );
});
