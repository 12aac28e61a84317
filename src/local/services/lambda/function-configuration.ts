import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { LambdaFunction } from './store.ts';

/** A function as nearly every answer shows it. */
export function functionConfiguration({
  name,
  arn,
  code,
  settings,
  ...fn
}: LambdaFunction): FunctionConfiguration {
  return {
    FunctionName: name,
    FunctionArn: arn,
    Runtime: settings.runtime,
    Role: settings.role,
    Handler: settings.handler,
    CodeSize: code.bytes,
    CodeSha256: code.sha256,
    Description: settings.description,
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memoryMb,
    LastModified: new Date(fn.modifiedAt).toISOString().replace('Z', '+0000'),
    Version: fn.version,
    RevisionId: fn.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [settings.architecture],
    EphemeralStorage: { Size: settings.storageMb },
    TracingConfig: { Mode: settings.tracing },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: {
      LogFormat: settings.logging.format,
      LogGroup: settings.logging.group,
      ApplicationLogLevel: settings.logging.applicationLevel as 'INFO' | undefined,
      SystemLogLevel: settings.logging.systemLevel as 'INFO' | undefined,
    },
    ...(settings.variables.size > 0 && {
      Environment: { Variables: Object.fromEntries(settings.variables) },
    }),
    ...(settings.kmsKeyArn && { KMSKeyArn: settings.kmsKeyArn }),
    ...(settings.vpc && {
      VpcConfig: {
        SubnetIds: [...settings.vpc.subnetIds],
        SecurityGroupIds: [...settings.vpc.securityGroupIds],
        VpcId: 'vpc-0embedded',
        Ipv6AllowedForDualStack: false,
      },
    }),
    ...(settings.deadLetterArn && { DeadLetterConfig: { TargetArn: settings.deadLetterArn } }),
  };
}
