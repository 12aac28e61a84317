import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../scripts/project.ts';
import { clientEnvironment } from '../src/local/run/client-environment.ts';
import { TRAIL_ARN } from '../src/local/run/prepare.ts';
import { readLogging } from '../src/local/run/read-world.ts';
import { type Account, guardedAccount, mails, stopLogging, until } from './guarded-account.ts';

// Clients that people have on their machine and this project does not bring: each is tested where it is installed.
const works = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;
const hasAwsCli = works('aws', '--version');
const hasBoto3 = works('python3', '-c', 'import boto3');
/** A folder with Terraform's AWS provider, laid out as a file-system mirror: nothing is downloaded. */
const mirror = process.env.TRAILKEEPER_TEST_TERRAFORM_MIRROR;
const hasTerraform = mirror !== undefined && works('terraform', 'version');

let aws: Account;
beforeAll(async () => {
  aws = await guardedAccount();
});
afterAll(() => aws.close());

/** What a client prints that knows the printed environment, and nothing else of AWS. @throws Error when it fails */
async function run(program: string, args: readonly string[], more: { cwd?: string; env?: object } = {}) {
  const ownSettings = Object.entries(process.env).filter(([name]) => !/^(AWS|TF)_/.test(name));
  const env = {
    ...Object.fromEntries(ownSettings),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    ...clientEnvironment(aws, aws.operator),
    ...more.env,
  };
  const { stdout } = await promisify(execFile)(program, [...args], { ...more, env });
  return stdout;
}

const ROLE_ARN = 'arn:aws:iam::111122223333:role/delivery';

const hasMail = (words: string) => mails(aws).some(({ subject = '' }) => subject.includes(words));

describe.each(['main', TRAIL_ARN])('a trail that is stopped as %s is logging again for', (name) => {
  it.skipIf(!hasAwsCli)(hasAwsCli ? 'the aws CLI' : 'the aws CLI, which is not installed', async () => {
    await run('aws', ['cloudtrail', 'stop-logging', '--name', name]);
    const ask = ['cloudtrail', 'get-trail-status', '--name', name, '--query', 'IsLogging'];
    await until('get-trail-status says so', async () => (await run('aws', ask)).trim() === 'true');
    await until('a mail says who stopped it', () => hasMail('trail main: "operator" stopped logging'));
  });

  it.skipIf(!hasBoto3)(hasBoto3 ? 'boto3' : 'boto3, which is not installed', async () => {
    const script = `
import sys, time, boto3
cloudtrail = boto3.client('cloudtrail')
cloudtrail.stop_logging(Name=sys.argv[1])
give_up_at = time.monotonic() + 15
while not cloudtrail.get_trail_status(Name=sys.argv[1])['IsLogging']:
    assert time.monotonic() < give_up_at, 'still dark'
    time.sleep(0.05)
print('logging')
`;
    expect(await run('python3', ['-c', script, name])).toBe('logging\n');
  });
});

describe('other detectors can be turned off, and it is told, by', () => {
  it.skipIf(!hasAwsCli)(hasAwsCli ? 'the aws CLI' : 'the aws CLI, which is not installed', async () => {
    const ask = async (...args: readonly string[]) =>
      (await run('aws', [...args, '--output', 'text'])).trim();
    const vpc = await ask('ec2', 'describe-vpcs', '--query', 'Vpcs[0].VpcId');
    const destination = ['--log-group-name', 'flows', '--deliver-logs-permission-arn', ROLE_ARN];
    const made = ['--resource-type', 'VPC', '--resource-ids', vpc, '--traffic-type', 'ALL', ...destination];
    const id = await ask('ec2', 'create-flow-logs', ...made, '--query', 'FlowLogIds[0]');
    expect(await ask('ec2', 'describe-flow-logs', '--query', 'FlowLogs[].FlowLogId')).toBe(id);
    await ask('ec2', 'delete-flow-logs', '--flow-log-ids', id);
    expect(await ask('ec2', 'describe-flow-logs', '--query', 'FlowLogs')).toBe('');
    await until('a mail says who deleted it', () => hasMail('"operator" deleted flow logs'));
  });

  it.skipIf(!hasBoto3)(hasBoto3 ? 'boto3' : 'boto3, which is not installed', async () => {
    const script = `
import boto3
resolver, macie, lake = (boto3.client(name) for name in ('route53resolver', 'macie2', 'securitylake'))
vpc = boto3.client('ec2').describe_vpcs()['Vpcs'][0]['VpcId']
config = resolver.create_resolver_query_log_config(
    Name='queries', DestinationArn='arn:aws:s3:::queries', CreatorRequestId='1')['ResolverQueryLogConfig']
resolver.associate_resolver_query_log_config(ResolverQueryLogConfigId=config['Id'], ResourceId=vpc)
try:
    resolver.delete_resolver_query_log_config(ResolverQueryLogConfigId=config['Id'])
except resolver.exceptions.InvalidRequestException:
    resolver.disassociate_resolver_query_log_config(ResolverQueryLogConfigId=config['Id'], ResourceId=vpc)
deleted = resolver.delete_resolver_query_log_config(ResolverQueryLogConfigId=config['Id'])
print(deleted['ResolverQueryLogConfig']['Status'])
macie.enable_macie()
print(macie.get_macie_session()['status'])
macie.disable_macie()
here = boto3.session.Session().region_name
sources = [{'sourceName': 'CLOUD_TRAIL_MGMT', 'regions': [here]}]
lake.create_data_lake(configurations=[{'region': here}], metaStoreManagerRoleArn='${ROLE_ARN}')
lake.create_aws_log_source(sources=sources)
print(lake.list_log_sources()['sources'][0]['sources'][0]['awsLogSource']['sourceName'])
lake.delete_aws_log_source(sources=sources)
`;
    expect(await run('python3', ['-c', script])).toBe('DELETING\nENABLED\nCLOUD_TRAIL_MGMT\n');
    const mailed = [
      'stopped the logging of DNS queries',
      'turned off another detector',
      'took CloudTrail from',
    ];
    for (const words of mailed) await until(`a mail says who ${words}`, () => hasMail(`"operator" ${words}`));
  });
});

describe('a trail that Terraform made', () => {
  const title = 'comes back, so that Terraform still plans no change';
  const why = 'TRAILKEEPER_TEST_TERRAFORM_MIRROR names no provider, or Terraform is not installed';
  it.skipIf(!hasTerraform)(hasTerraform ? title : `${title}: ${why}`, { timeout: 90_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'trailkeeper-terraform-'));
    try {
      const terraform = inFolder(folder);
      await terraform('init');
      await terraform('apply', '-auto-approve');
      expect((await readLogging(aws, 'terraform')).isLogging).toBe(true);
      await stopLogging(aws, 'terraform');
      await until('the trail logs again', async () => (await readLogging(aws, 'terraform')).isLogging);
      await until('a mail says who stopped it', () => hasMail('trail terraform: "mallory" stopped logging'));
      expect(await terraform('plan')).toContain('No changes.');
      await terraform('destroy', '-auto-approve');
      await expect(readLogging(aws, 'terraform')).rejects.toThrow('Unknown trail');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Runs Terraform on a copy of the configuration, with the providers of the mirror alone. */
function inFolder(folder: string) {
  cpSync(inRoot('test/terraform-trail'), folder, { recursive: true });
  const config = path.join(folder, 'terraform.rc');
  writeFileSync(
    config,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
  );
  return (command: string, ...flags: readonly string[]) =>
    run('terraform', [command, '-no-color', '-input=false', ...flags], {
      cwd: folder,
      env: { TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1' },
    });
}
