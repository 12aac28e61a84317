import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import type { Attack } from '../src/local/run/attacks/attack.ts';
import { connect } from '../src/local/run/attacks/connect.ts';
import { ATTACKS } from '../src/local/run/attacks/index.ts';
import { type GuardedWorld, openWorld } from '../src/local/run/attacks/open-world.ts';
import { makeReady, perform } from '../src/local/run/attacks/perform.ts';
import { openScene } from '../src/local/run/attacks/scene.ts';
import { importMaterial } from '../src/local/run/attacks/whole-key.ts';
import { clientEnvironment } from '../src/local/run/client-environment.ts';

const TEMPLATE = readFileSync(inRoot('trailkeeper.template.json'), 'utf8');
const hasAwsCli = spawnSync('aws', ['--version']).status === 0;

let aws: GuardedWorld | undefined;

afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

const attackOf = (id: string) => ATTACKS.find((attack) => attack.id === id) as Attack;

/** What a mail gives people to run, as it stands there. */
const commandsToDo = (body: string): readonly string[] =>
  [...(/^To do .*?^$/ms.exec(body)?.[0] ?? '').matchAll(/^ +((?:aws|trailkeeper) .*)$/gm)].flatMap(
    ([, command]) => command ?? [],
  );

interface Ended {
  readonly code: number;
  readonly err: string;
}

/** Runs a command as a shell reads it, for the operator. Somebody at a terminal would say yes. */
function runAsOperator(command: string): Promise<Ended> {
  const { region, operator } = aws as GuardedWorld;
  const own = Object.entries(process.env).filter(([name]) => !/^AWS_/.test(name));
  const env = {
    ...Object.fromEntries(own),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    ...clientEnvironment(aws as GuardedWorld, operator),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
  const built = `"${process.execPath}" "${inRoot('dist/cli/main.js')}" "$@"`;
  const trailkeeper = `trailkeeper() { if [ "$1" = restore ]; then set -- "$@" --yes; fi; ${built}; }`;
  return new Promise((resolve) => {
    execFile('bash', ['-c', `${trailkeeper}\n${command}`], { env }, (error, _, err) =>
      resolve({ code: Number(error?.code ?? 0), err }),
    );
  });
}

const CHECK = 'trailkeeper check --trail main';
const DRIFTED = 3;

/** Does what the mails say after an attack. @returns the commands that they told */
async function followMails(id: string): Promise<readonly string[]> {
  const attack = attackOf(id);
  aws = await openWorld(attack.needs ?? 'whole', TEMPLATE);
  await makeReady(aws, attack.before);
  const { mails } = await perform(aws, attack, { isEventLost: false });
  expect(await runAsOperator(CHECK)).toMatchObject({ code: DRIFTED });
  const bodies = mails.map(({ body }) => body.replaceAll(/\s+/g, ' '));
  const commands = [...new Set(mails.flatMap(({ body }) => commandsToDo(body)))];
  // Of what a command undoes, nobody says that none can.
  if (commands.length > 0) expect(bodies.join()).not.toContain('no call of the guard’s can undo it');
  for (const command of commands)
    expect(await runAsOperator(command)).toEqual({ code: 0, err: expect.anything() });
  return commands;
}

describe.skipIf(!hasAwsCli)(
  'what a mail tells people to run undoes what the guard may not',
  { timeout: 90_000 },
  () => {
    it.each([
      ['CT-36', 'aws kms create-grant'],
      ['CT-52', 'aws s3api put-bucket-replication'],
      ['CT-65', 'aws cloudwatch enable-alarm-actions'],
      ['CT-66', 'trailkeeper restore'],
      ['CT-67', 'aws iam set-default-policy-version'],
    ])('%s: %s', async (id, command) => {
      expect(await followMails(id)).toEqual([expect.stringContaining(command)]);
      expect(await runAsOperator(CHECK)).toMatchObject({ code: 0 });
    });

    it('CT-37: only who holds the key material can, so that no command is told', async () => {
      expect(await followMails('CT-37')).toEqual([]);
      const { kms } = connect(aws as GuardedWorld, (aws as GuardedWorld).operator);
      const { key } = await openScene(aws as GuardedWorld, (aws as GuardedWorld).operator);
      await importMaterial(kms, key);
      expect(await runAsOperator(CHECK)).toMatchObject({ code: 0 });
    });
  },
);
