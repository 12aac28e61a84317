import { createHash } from 'node:crypto';
import { CfnResource } from 'aws-cdk-lib';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { GuardSettings } from './guard-settings.ts';

interface CoverageProps {
  readonly guard: CfnFunction;
  readonly settings: GuardSettings;
  readonly release: string;
  readonly code: string;
  /** The subscription of the mail address, if there is one: a reference waits for it as `after` cannot. */
  readonly mail: string;
  /** What must be in place before the guard looks for the first time. */
  readonly after: readonly CfnResource[];
}

/**
 * The sweep that ends every deployment: what happened while parts were missing or being replaced is found by it. It
 * answers what is guarded and whether anybody hears the alerts. All settings are its properties, because
 * CloudFormation calls it again only when one of them changed.
 */
export function addCoverage(
  scope: Construct,
  { guard, settings, release, code, mail, after }: CoverageProps,
): CfnResource {
  const coverage = new CfnResource(scope, 'Coverage', {
    type: 'Custom::TrailkeeperCoverage',
    properties: {
      ServiceToken: guard.attrArn,
      // CloudFormation's default is an hour; a function that does not answer by then never will.
      ServiceTimeout: 300,
      Release: release,
      Code: createHash('sha256').update(code).digest('hex').slice(0, 16),
      Subscription: mail,
      SecurityContactEmail: settings.securityContactEmail,
      AlertTopicArn: settings.alertTopicArn,
      Trails: settings.trails,
      Mode: settings.mode,
      SweepMinutes: settings.sweepMinutes,
      NotifyOn: settings.notifyOn,
      NotifyOnDeniedAttempts: settings.notifyOnDeniedAttempts,
      RestoreScope: settings.restoreScope,
      ApprovedPrincipals: settings.approvedPrincipals,
      LogsRoleArn: settings.logsRoleArn,
      Destinations: settings.destinations,
      ImportFindings: settings.importFindings,
      NoteOnFindings: settings.noteOnFindings,
      LogRetentionDays: settings.logRetentionDays,
      IncidentRetentionDays: settings.incidentRetentionDays,
      EncryptionKeyArn: settings.encryptionKeyArn,
      PermissionsBoundaryArn: settings.permissionsBoundaryArn,
      RolePath: settings.rolePath,
    },
  });
  for (const resource of after) coverage.addResourceDependency(resource);
  return coverage;
}
