import { parseArn } from '../../domain/arn.ts';
import { canonicalPart } from '../../domain/canonical/part.ts';
import { asJsonObject, type JsonObject } from '../../domain/json.ts';
import type { DependencyOwner } from '../../domain/ports.ts';
import { type PartsRead, readPart } from '../../domain/snapshot.ts';
import { orNullFor } from '../aws-error.ts';
import type { AwsCall, CallAws } from '../call-aws.ts';
import { readPages } from '../read-pages.ts';
import { elsewhere } from './unread.ts';

/** The role by which CloudTrail writes to the log group: one part, since any of its policies can break it. */
export async function readRole(
  roleArn: string,
  { accountId, trailRegion }: DependencyOwner,
  callAws: CallAws,
): Promise<PartsRead> {
  const arn = parseArn(roleArn);
  if (arn && arn.accountId !== accountId)
    return elsewhere(['role'], `the role belongs to account ${arn.accountId}`);
  const RoleName = (arn?.resource ?? roleArn).split('/').pop() ?? roleArn;
  const iam = new IamReader(trailRegion, callAws);
  const role = await readPart(async () => {
    const found = await orNullFor(iam.ask('GetRole', { RoleName }), ['NoSuchEntityException']);
    return canonicalPart('role', found && { ...describe(found), ...(await iam.readPolicies(RoleName)) });
  });
  return { role };
}

function describe({ Role }: JsonObject): JsonObject {
  const { Arn, AssumeRolePolicyDocument, PermissionsBoundary } = asJsonObject(Role);
  return {
    Arn,
    AssumeRolePolicyDocument,
    PermissionsBoundary: asJsonObject(PermissionsBoundary).PermissionsBoundaryArn,
  };
}

/** IAM is one for a partition; the SDK finds it from any of its Regions. */
class IamReader {
  readonly #region: string;
  readonly #callAws: CallAws;

  constructor(region: string, callAws: CallAws) {
    this.#region = region;
    this.#callAws = callAws;
  }

  ask(operation: string, input: JsonObject): Promise<JsonObject> {
    return this.#callAws(this.#request(operation, input));
  }

  async readPolicies(RoleName: string): Promise<JsonObject> {
    const [inline, attached] = await Promise.all([
      this.#list('ListRolePolicies', 'PolicyNames', { RoleName }),
      this.#list('ListAttachedRolePolicies', 'AttachedPolicies', { RoleName }),
    ]);
    const inlineDocuments = inline.map(async (PolicyName) => {
      const { PolicyDocument } = await this.ask('GetRolePolicy', { RoleName, PolicyName });
      return [PolicyName, PolicyDocument];
    });
    const arns = attached.map((policy) => asJsonObject(policy).PolicyArn);
    const attachedDocuments = arns.map(async (arn) => [arn, await this.#readDefaultVersion(arn)]);
    return {
      InlinePolicies: Object.fromEntries(await Promise.all(inlineDocuments)),
      AttachedPolicies: Object.fromEntries(await Promise.all(attachedDocuments)),
    };
  }

  async #readDefaultVersion(PolicyArn: unknown): Promise<JsonObject> {
    const { Policy } = await this.ask('GetPolicy', { PolicyArn });
    const VersionId = asJsonObject(Policy).DefaultVersionId;
    const { PolicyVersion } = await this.ask('GetPolicyVersion', { PolicyArn, VersionId });
    return { VersionId, Document: asJsonObject(PolicyVersion).Document };
  }

  #list(operation: string, items: string, input: JsonObject): Promise<readonly unknown[]> {
    return readPages(
      this.#request(operation, input),
      { items, next: 'Marker', token: 'Marker' },
      this.#callAws,
    );
  }

  #request(operation: string, input: JsonObject): AwsCall {
    return { service: 'iam', operation, region: this.#region, input };
  }
}
