import { Aws, Fn } from 'aws-cdk-lib';

/**
 * The ARN of a trail given by name or by ARN; a name means a trail of the stack's own account and Region.
 *
 * CloudFormation cannot ask which of the two it has. But of `/T/arn:<own>:trail/T`, cut at `/arn:`, the second piece is
 * the wanted ARN (without its `arn:`) both ways:
 *
 *     T = main           →  /main | aws:cloudtrail:…:trail/main
 *     T = arn:aws:…/main →        | aws:…/main | aws:cloudtrail:…:trail | aws:…/main
 */
export function trailArn(nameOrArn: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
  const own = '${AWS::Partition}:cloudtrail:${AWS::Region}:${AWS::AccountId}:trail';
  const text = Fn.sub(`/\${T}/arn:${own}/\${T}`, { T: nameOrArn });
  return Fn.join('', ['arn:', Fn.select(1, Fn.split('/arn:', text))]);
}

/**
 * The account of a trail given by ARN, and the stack's own of one given by name or not at all: the fifth part of the ARN, or of what is put
 * behind a name.
 */
export const trailAccount = (nameOrArn: string): string =>
  Fn.select(4, Fn.split(':', Fn.join('::::', [nameOrArn, Aws.ACCOUNT_ID])));

/** The trail of the stack's own account that has the name of one given by ARN. */
export function namesakeArn(arn: string): string {
  const Name = Fn.select(1, Fn.split('/', Fn.join('', [arn, '/'])));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
  return Fn.sub('arn:${AWS::Partition}:cloudtrail:*:${AWS::AccountId}:trail/${Name}', { Name });
}
