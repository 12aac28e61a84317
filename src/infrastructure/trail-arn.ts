import { Fn } from 'aws-cdk-lib';

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
