import { Aws, Fn, Token, Tokenization } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnEventSourceMapping, CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { FUNCTION_TIMEOUT_SECONDS } from './function-timeout.ts';
import type { GuardSettings } from './guard-settings.ts';
import type { Queues } from './queues.ts';

interface FunctionProps {
  /** CommonJS with `exports.handler`. */
  readonly code: string;
  readonly settings: GuardSettings;
  readonly queues: Queues;
  readonly ledger: CfnTable;
  readonly logGroup: CfnLogGroup;
  readonly topicArn: string;
  readonly role: CfnRole;
}

/**
 * The one function. It is in no VPC: there, whoever owns the routes could cut it off from CloudTrail. It has no reserved
 * concurrency: a new account has too little to reserve.
 */
export function addFunction(scope: Construct, props: FunctionProps): CfnFunction {
  const guard = new CfnFunction(scope, 'Function', {
    description: 'trailkeeper: restores CloudTrail trails, proves it, and tells people',
    runtime: 'nodejs24.x',
    architectures: ['arm64'],
    handler: 'index.handler',
    code: { zipFile: linesOf(props.code) },
    memorySize: 512,
    timeout: FUNCTION_TIMEOUT_SECONDS,
    role: props.role.attrArn,
    // The function writes its own JSON, in which CloudWatch finds its metrics; Lambda's JSON format would wrap it.
    loggingConfig: { logGroup: props.logGroup.ref, logFormat: 'Text' },
    // For sweeps: Lambda takes them from the schedule and tries three times.
    deadLetterConfig: { targetArn: props.queues.deadLetterQueue.attrArn },
    environment: { variables: environment(props) },
  });
  acknowledge(guard, {
    'Serverless-LambdaTracing':
      'Tracing needs a right to write to X-Ray on every resource, and adds a call to each start of a function that has to be fast. Each run logs one line that says what it did.',
  });
  return guard;
}

/** One line of code on one line of the template, so that people read what they deploy. CDK's own `Fn.join` would glue them. */
const linesOf = (code: string) => Token.asString({ 'Fn::Join': ['\n', code.split('\n')] });

const environment = ({ settings, queues, ledger, topicArn, role }: FunctionProps) => ({
  // The function passes over those that are not given.
  TRAILKEEPER_TRAILS: Fn.join(',', [...settings.trails]),
  TRAILKEEPER_MODE: settings.mode,
  TRAILKEEPER_RESTORE_SCOPE: settings.restoreScope,
  TRAILKEEPER_APPROVED_PRINCIPALS: settings.approvedPrincipals,
  TRAILKEEPER_SWEEP_MINUTES: Tokenization.stringifyNumber(settings.sweepMinutes),
  TRAILKEEPER_NOTIFY_ON: settings.notifyOn,
  TRAILKEEPER_NOTIFY_ATTEMPTS: settings.notifyOnDeniedAttempts,
  TRAILKEEPER_IMPORT_FINDINGS: settings.importFindings,
  TRAILKEEPER_NOTE_ON_FINDINGS: settings.noteOnFindings,
  TRAILKEEPER_INCIDENT_DAYS: Tokenization.stringifyNumber(settings.incidentRetentionDays),
  TRAILKEEPER_TOPIC_ARN: topicArn,
  TRAILKEEPER_LEDGER_TABLE: ledger.ref,
  TRAILKEEPER_QUEUE_URL: queues.queue.ref,
  TRAILKEEPER_DEAD_LETTER_QUEUE_URL: queues.deadLetterQueue.ref,
  TRAILKEEPER_ROLE_ARN: role.attrArn,
  TRAILKEEPER_STACK_ID: Aws.STACK_ID,
  TRAILKEEPER_ACCOUNT_ID: Aws.ACCOUNT_ID,
  TRAILKEEPER_PARTITION: Aws.PARTITION,
});

/** The queue's messages, each of which fails or succeeds by itself. */
export function addEventSourceMapping(
  scope: Construct,
  guard: CfnFunction,
  { queue }: Queues,
): CfnEventSourceMapping {
  const mapping = new CfnEventSourceMapping(scope, 'EventSourceMapping', {
    functionName: guard.ref,
    eventSourceArn: queue.attrArn,
    batchSize: 10,
    functionResponseTypes: ['ReportBatchItemFailures'],
    // A flood of events must not take the account's concurrency, nor CloudTrail's few requests a second.
    scalingConfig: { maximumConcurrency: 2 },
  });
  acknowledge(mapping, {
    'Serverless-LambdaEventSourceMappingDestination':
      'Lambda offers no failure destination for a queue: what fails stays in the queue, and after five receives its redrive policy moves it to the dead-letter queue, whose alarm tells people.',
  });
  return mapping;
}
