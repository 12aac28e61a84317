/** Who makes a call, as CloudTrail's `userIdentity` and IAM know it. */
export interface Caller {
  /** `Anonymous`: the link in an SNS e-mail, which CloudTrail does not record. */
  readonly type: 'Root' | 'IAMUser' | 'AssumedRole' | 'AWSService' | 'Anonymous';
  readonly accountId: string;
  /** `arn:aws:iam::…:user/name`, `arn:aws:sts::…:assumed-role/role/session`, `arn:aws:iam::…:root`; '' for a service. */
  readonly arn: string;
  readonly principalId: string;
  readonly accessKeyId: string;
  /** IAM users only. */
  readonly userName?: string;
  /** Assumed roles only: the role itself. */
  readonly role?: { readonly arn: string; readonly name: string; readonly principalId: string };
  /** The function whose code calls with its role. @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html */
  readonly sourceFunctionArn?: string;
  /** The calling service's host name, such as `cloudformation.amazonaws.com`. */
  readonly invokedBy?: string;
}
